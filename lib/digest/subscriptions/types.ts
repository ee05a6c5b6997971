import type { Locale } from "@/lib/core/locale";

/** Whether and where one gets the digest by e-mail. */
export type Subscription = { email: string; locale: Locale; active: boolean };

/** One's own wish, and whether this installation can send mail at all. */
export type SubscriptionView = { subscription: Subscription | null; canSend: boolean };

/** Somebody who asked for the digest. */
export type Subscriber = { userId: string; login: string; name: string; email: string; locale: Locale };
