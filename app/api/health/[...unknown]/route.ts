import { nothingThere } from "@/lib/actions/api";

export { nothingThere as GET };
