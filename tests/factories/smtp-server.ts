import { createServer, type Server, type Socket } from "node:net";

export type Delivered = { from: string; to: string; message: string };

/** A mail server on a free port of this machine that keeps what it is given; it refuses `refused…` and hangs up on `lost…`. */
export async function smtpServer(): Promise<{
  url: string;
  delivered: Delivered[];
  close: () => Promise<void>;
}> {
  const delivered: Delivered[] = [];
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => undefined);
    converse(socket, delivered);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of open) socket.destroy();
      server.close(() => resolve());
    });
  return { url: `smtp://127.0.0.1:${port}`, delivered, close };
}

/** One sender's line: commands end with a line break, a message with a dot on a line of its own. */
function converse(socket: Socket, delivered: Delivered[]): void {
  const letter = { from: "", to: "" };
  let [pending, isMessage] = ["", false];
  const take = (piece: string): string | null => {
    const wasMessage = isMessage;
    isMessage = !wasMessage && piece.toUpperCase() === "DATA";
    if (!wasMessage) return answerTo(piece, letter);
    delivered.push({ ...letter, message: piece.replace(/\r\n\.\./g, "\r\n.") });
    // Took the message and says nothing: whether it arrived, the sender cannot know.
    return letter.to.startsWith("lost") ? null : "250 taken";
  };
  socket.write("220 test\r\n");
  socket.on("data", (chunk) => {
    pending += chunk.toString("utf8");
    for (;;) {
      const stop = isMessage ? "\r\n.\r\n" : "\r\n";
      const end = pending.indexOf(stop);
      if (end === -1) return;
      const answer = take(pending.slice(0, end));
      pending = pending.slice(end + stop.length);
      if (answer === null) return void socket.destroy();
      socket.write(`${answer}\r\n`);
    }
  });
}

function answerTo(command: string, letter: { from: string; to: string }): string {
  const address = /<([^>]*)>/.exec(command)?.[1] ?? "";
  if (/^MAIL FROM/i.test(command)) letter.from = address;
  if (/^RCPT TO/i.test(command)) letter.to = address;
  if (/^RCPT TO:<refused/i.test(command)) return "550 no such mailbox";
  if (/^DATA/i.test(command)) return "354 go on";
  return /^QUIT/i.test(command) ? "221 bye" : "250 ok";
}
