-- Since when a pause is on: looked back at, a quarter that lay in a leave is no gap (playbook W1).

ALTER TABLE cadence ADD COLUMN paused_since TEXT;
