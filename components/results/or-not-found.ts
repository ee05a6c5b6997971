import { notFound } from "next/navigation";
import { Failure } from "@/lib/core/failure";

/** A read for a page: missing and forbidden are the same page. */
export async function orNotFound<Found>(reading: Promise<Found>): Promise<Found> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Failure && (error.code === "not-found" || error.code === "forbidden")) notFound();
    throw error;
  }
}
