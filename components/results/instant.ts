import { dayOfInstant, formatDay } from "@/lib/core/day";

/** A moment in Việt Nam as people write it: "10:32 30/06/2021". */
export function formatInstant(instant: Date): string {
  const time = instant.toLocaleTimeString("vi-VN", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Ho_Chi_Minh",
  });
  return `${time} ${formatDay(dayOfInstant(instant))}`;
}
