-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "agency" (
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "gso_code" TEXT,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "agency_version" (
    "id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "parent_code" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "agency_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_event" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decision_date" DATE NOT NULL,
    "effective_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agency_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_succession" (
    "predecessor_code" TEXT NOT NULL,
    "successor_code" TEXT NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "agency_succession_pkey" PRIMARY KEY ("predecessor_code","successor_code")
);

-- CreateTable
CREATE TABLE "period" (
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'CLOSED',

    CONSTRAINT "period_pkey" PRIMARY KEY ("year","month")
);

-- CreateTable
CREATE TABLE "period_reopening" (
    "id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "period_reopening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_exception" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "calendar_exception_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "deadline_rule" (
    "id" SERIAL NOT NULL,
    "legal_version" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "agency_kind" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "deadline_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "acting" BOOLEAN NOT NULL DEFAULT false,
    "decision_number" TEXT,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "locked_until" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "report_revision" (
    "agency_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "form_version" TEXT NOT NULL,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "reason" TEXT,
    "warning_reasons" JSONB NOT NULL DEFAULT '{}',
    "return_code" TEXT,
    "return_text" TEXT,
    "entered_by" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "returned_by" TEXT,
    "returned_at" TIMESTAMPTZ(3),
    "submitted_figures" JSONB,

    CONSTRAINT "report_revision_pkey" PRIMARY KEY ("agency_code","year","month","revision")
);

-- CreateTable
CREATE TABLE "report_figures" (
    "agency_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "slice" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'DRAFT',
    "carried_over" BIGINT,
    "newly_accepted" BIGINT,
    "entrusted_out" BIGINT,
    "withdrawn_or_cancelled" BIGINT,
    "pulled_up_by_province" BIGINT,
    "completed" BIGINT,
    "terminated" BIGINT,
    "reduced" BIGINT,
    "in_progress" BIGINT,
    "postponed_by_agreement" BIGINT,
    "suspended_eligible" BIGINT,
    "other_eligible" BIGINT,
    "no_condition" BIGINT,
    "postponed_or_suspended_other" BIGINT,
    "separate_register" BIGINT,

    CONSTRAINT "report_figures_pkey" PRIMARY KEY ("agency_code","year","month","revision","measure","slice")
);

-- CreateTable
CREATE TABLE "excuse" (
    "agency_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "excused_by" TEXT NOT NULL,
    "excused_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "excuse_pkey" PRIMARY KEY ("agency_code","year","month")
);

-- CreateTable
CREATE TABLE "province_summary" (
    "agency_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "snapshot" JSONB NOT NULL,
    "signed_by" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by" TEXT,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "province_summary_pkey" PRIMARY KEY ("agency_code","year","month")
);

-- CreateTable
CREATE TABLE "target" (
    "agency_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "indicator" TEXT NOT NULL,
    "comparison" TEXT NOT NULL,
    "basis_points" INTEGER NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "target_pkey" PRIMARY KEY ("agency_code","year","indicator")
);

-- CreateIndex
CREATE INDEX "agency_version_parent_code_idx" ON "agency_version"("parent_code");

-- CreateIndex
CREATE INDEX "period_reopening_agency_code_year_month_idx" ON "period_reopening"("agency_code", "year", "month");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_login_key" ON "user_account"("login");

-- CreateIndex
CREATE INDEX "role_assignment_user_id_idx" ON "role_assignment"("user_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry"("subject");

-- CreateIndex
CREATE INDEX "report_revision_year_month_status_idx" ON "report_revision"("year", "month", "status");

-- AddForeignKey
ALTER TABLE "agency_version" ADD CONSTRAINT "agency_version_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_succession" ADD CONSTRAINT "agency_succession_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "agency_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_figures" ADD CONSTRAINT "report_figures_agency_code_year_month_revision_fkey" FOREIGN KEY ("agency_code", "year", "month", "revision") REFERENCES "report_revision"("agency_code", "year", "month", "revision") ON DELETE RESTRICT ON UPDATE CASCADE;
