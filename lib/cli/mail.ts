import { createTransport } from "nodemailer";
import { Failure } from "@/lib/core/failure";
import { digestRefusals, mailServerRefused } from "@/lib/i18n/digest-mail";

type Message = { to: string; subject: string; text: string; html: string; messageId: string };

/** What became of a message: taken by the server, certainly not taken, or nobody knows. */
export type Delivery = { outcome: "SENT" } | { outcome: "UNSENT" | "UNKNOWN"; why: string };

export type Mailer = {
  /** Whether the server lets us in; a refusal in one sentence before anything is claimed. */
  check: () => Promise<void>;
  send: (message: Message) => Promise<Delivery>;
  close: () => void;
};

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** The mail server of SMTP_URL, sending as MAIL_FROM; refuses in one sentence when they are not set. */
export function openMailer({ SMTP_URL, MAIL_FROM }: NodeJS.ProcessEnv = process.env): Mailer {
  if (
    !SMTP_URL ||
    !MAIL_FROM ||
    !/^smtps?:\/\/[^/]/.test(SMTP_URL) ||
    !/^[^\r\n]+@[^\r\n]+$/.test(MAIL_FROM)
  ) {
    throw new Failure("precondition", digestRefusals.notConfigured);
  }
  const transport = createTransport({
    url: SMTP_URL,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    check: async () => {
      await transport.verify().catch((error: unknown) => {
        throw new Failure("precondition", mailServerRefused(reasonOf(error)));
      });
    },
    send: async (message) => {
      const headers = { "Auto-Submitted": "auto-generated" };
      try {
        await transport.sendMail({ from: MAIL_FROM, ...message, headers });
        return { outcome: "SENT" };
      } catch (error) {
        return { outcome: isCertainlyUnsent(error) ? "UNSENT" : "UNKNOWN", why: reasonOf(error) };
      }
    },
    close: () => transport.close(),
  };
}

/** The server said no, or the message was never begun. A line that broke may have broken after the message. */
function isCertainlyUnsent(error: unknown): boolean {
  const { responseCode, command, code } = error as { responseCode?: number; command?: string; code?: string };
  const isBeforeMessage = /^(?:EHLO|HELO|STARTTLS|AUTH.*|MAIL FROM|RCPT TO|API)$/.test(command ?? "");
  return typeof responseCode === "number" || isBeforeMessage || code === "ECONNREFUSED" || code === "EDNS";
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, " ").slice(0, 200);
}
