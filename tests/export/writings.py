"""One page in each writing, as somebody who writes it might have said it."""

# ruff: noqa: RUF001 - letters of other writings, not look-alikes

from desktop.export.paper import CommitmentRow, Footer, Heading, Paper, Prose


def page(language: str, title: str, *prose: str, row: str = "", date: str = "") -> Paper:
    rows = (CommitmentRow(row, date),) if row else ()
    blocks = (Heading(title), *(Prose(text) for text in prose), *rows)
    return Paper(title, "", language, blocks, Footer("", "{page} / {pages}"))


LEFT_TO_RIGHT = {
    "Latin": page(
        "en", "Ọlọ́runtóyìn Ẹ̀bùn, Nguyễn Thị Bưởi", "Łódź, İstanbul, Zoë’s office, ʻŌlelo, ɓoƙo."
    ),
    "Greek": page("el", "Ελένη Παπαδοπούλου", "Ἐν ἀρχῇ ἦν ὁ λόγος. Τι είπαμε;"),
    "Cyrillic": page("kk", "Қазақстан Ұлттық", "Олександра Їжакевич хоче вчитися; ђак, љубав."),
    "Devanagari": page(
        "hi",
        "प्रिया शर्मा और श्रीमती क्षत्रिय",
        "प्रिया छह महीने के भीतर डिज़ाइन की पूरी ज़िम्मेदारी लेना चाहती हैं। विद्यार्थी, संस्कृति, राष्ट्र।",
        row="डिज़ाइन का मसौदा तैयार करके टीम को समझाना",
        date="18 दिसंबर 2026",
    ),
    "Thai": page(
        "th",
        "สมชาย ใจดี",
        "คุณสมชายต้องการเป็นผู้ออกแบบระบบสำรองทั้งหมดตั้งแต่ต้นจนจบภายในหกเดือน ที่นี่ น้ำ ก็ได้ ผู้ใหญ่ ปี่",
        row="ร่างแผนการออกแบบและนำเสนอต่อทีม",
        date="18 ธันวาคม 2569",
    ),
    "Chinese": page(
        "zh",
        "王小明",
        "小明希望在六个月内从头到尾负责故障转移（failover）的设计，并以此换取减少一部分“随叫随到”的值班。",
        row="起草设计方案，并向整个团队讲解",
        date="2026年12月18日",
    ),
    "Japanese": page(
        "ja",
        "田中 花子",
        "花子さんは、フェイルオーバー設計を半年以内に担当したいと考えています。「これは大切です」",
        row="草案を作り、チーム全員に説明する",
        date="2026年12月18日",
    ),
    "Korean": page(
        "ko",
        "김지은",
        "지은 님은 여섯 달 안에 장애 조치(failover) 설계를 처음부터 끝까지 맡고 싶어 합니다. 韓國",
        row="설계 초안을 작성하고 설명하기",
        date="2026년 12월 18일",
    ),
    "Emoji": page("en", "Sam 🎉", "👩\u200d💻 ☺️ 🇩🇪 👍🏽 ❤️ 1️⃣ ✓ → ★ ©️ done"),
}

RIGHT_TO_LEFT = {
    "Arabic": page(
        "ar",
        "مريم الحداد",
        "تودّ مريم أن تتولى تصميم النظام من البداية إلى النهاية خلال 6 أشهر، وأن تتخلى عن جزء من "
        "جدول المناوبات. لا بأس؟",
        row="إنهاء دليل التشغيل",
        date="18 ديسمبر 2026",
    ),
    "Persian": page(
        "fa", "سارا کریمی", "سارا می‌خواهد طراحی را به‌طور کامل بر عهده بگیرد؛ می‌رود. ۱۲۳۴"
    ),
    "Urdu": page("ur", "عائشہ خان", "عائشہ چاہتی ہیں کہ وہ یہ کام خود کریں، ٹھیک ہے؟"),
    "Hebrew": page(
        "he",
        "נועה לוי",
        "נועה רוצה להוביל את התכנון מתחילתו ועד סופו תוך 6 חודשים. שָׁלוֹם עֲלֵיכֶם, זה יקרה בסוף השנה "
        "ולא לפני כן.",
        row="לכתוב טיוטה של התכנון",
        date="18 בדצמבר 2026",
    ),
}

ALL = LEFT_TO_RIGHT | RIGHT_TO_LEFT
