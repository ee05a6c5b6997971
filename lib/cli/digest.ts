import type { Command } from "commander";
import { ownOrigins } from "@/lib/actions/origin";
import { actorOfUser } from "@/lib/auth/queries";
import { type Day, isDay } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { digestMail } from "@/lib/digest/mail/view";
import { getDigest, getMornings } from "@/lib/digest/queries";
import { digestSending } from "@/lib/digest/sending/operations";
import { listSubscribers } from "@/lib/digest/subscriptions/queries";
import type { Subscriber } from "@/lib/digest/subscriptions/types";
import { digestView } from "@/lib/digest/view";
import { digestRefusals, noMorning } from "@/lib/i18n/digest-mail";
import { type Mailer, openMailer } from "./mail";
import { operator, run, say } from "./terminal";

/** `digest send`: the morning's digest to everybody who asked for it; for cron, as often as one likes. */
export function addDigestCommands(program: Command): void {
  const digest = program.command("digest").description("Bản tin sáng / Morning digest");
  digest
    .command("send")
    .description(
      "Gửi bản tin cho người đã đăng ký, mỗi sáng một lần / Send it to those who asked, once a morning",
    )
    .option("--day <day>", "buổi sáng nào, mặc định là mới nhất / which morning, the newest if left out")
    .action(sendDigests);
}

type Outcome = "sent" | "skipped" | "failed";

async function sendDigests({ day }: { day?: string }): Promise<void> {
  const mailer = openMailer();
  try {
    const morning = await morningOf(day);
    await mailer.check();
    const outcomes: Outcome[] = [];
    for (const subscriber of await listSubscribers(operator)) {
      outcomes.push(await sendTo(mailer, subscriber, morning));
    }
    const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
    const failed = count("failed");
    const summary = {
      vi: `Bản tin ${morning}: gửi ${count("sent")}, bỏ qua ${count("skipped")}, lỗi ${failed}`,
      en: `digest ${morning}: ${count("sent")} sent, ${count("skipped")} skipped, ${failed} failed`,
    };
    if (failed > 0) throw new Failure("precondition", summary);
    say(`${summary.vi} / ${summary.en}`);
  } finally {
    mailer.close();
  }
}

async function morningOf(text: string | undefined): Promise<Day> {
  if (text !== undefined && !isDay(text)) throw new Failure("invalid", digestRefusals.badDay);
  const { day } = await getMornings(operator, text);
  if (text !== undefined && day !== text) throw new Failure("precondition", noMorning(text));
  return day;
}

/** One person's digest: made first, then claimed, then sent, then noted; one's failure stops nobody else's. */
async function sendTo(mailer: Mailer, subscriber: Subscriber, day: Day): Promise<Outcome> {
  const { userId, login, email, locale } = subscriber;
  try {
    const actor = await actorOfUser(userId, "token");
    const digest = actor && (await getDigest(actor, { day }));
    if (!digest) return told(login, "failed", "không còn tài khoản / no account");
    const [origin = ""] = ownOrigins();
    const mail = digestMail(digestView(digest, locale), digest, { origin, locale });
    const { claimed } = await run(digestSending.claim, { userId, morning: day });
    if (!claimed) return told(login, "skipped", "đã gửi, hoặc không rõ đã đến chưa / sent, or nobody knows");
    const messageId = `<digest.${day}.${userId}@${new URL(origin).hostname}>`;
    const delivery = await mailer.send({ to: email, messageId, ...mail });
    if (delivery.outcome !== "UNKNOWN") {
      await run(digestSending.settle, { userId, morning: day, outcome: delivery.outcome });
    }
    return delivery.outcome === "SENT" ? told(login, "sent", email) : told(login, "failed", delivery.why);
  } catch (error) {
    if (error instanceof Failure) return told(login, "failed", `${error.text.vi} / ${error.text.en}`);
    throw error;
  }
}

const marks: Readonly<Record<Outcome, string>> = { sent: "✓", skipped: "–", failed: "✗" };

function told(login: string, outcome: Outcome, what: string): Outcome {
  say(`${marks[outcome]} ${login}: ${what}`);
  return outcome;
}
