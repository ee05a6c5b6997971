import type { Slice } from "@/lib/form/columns";
import type { DerivedForm } from "./rules";

/** An agency's form of a month as the register makes it, whole and in its parts. */
export type RegisterForm = Readonly<{
  agency: string;
  year: number;
  month: number;
  formVersion: string;
  illustrative: boolean;
  /** Whether the register knows any case of the agency by then. */
  isEmpty: boolean;
  slices: Readonly<Record<Slice, DerivedForm>>;
}>;
