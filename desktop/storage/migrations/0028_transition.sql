-- Until when somebody is in transition: so long a talk is due every month (playbook section 2).

ALTER TABLE cadence ADD COLUMN transition TEXT;
