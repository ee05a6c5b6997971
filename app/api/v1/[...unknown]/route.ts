import { nothingThere } from "@/lib/actions/api";

// An address the API does not have is answered as JSON, whatever the method, like anything else that is not there.
export {
  nothingThere as DELETE,
  nothingThere as GET,
  nothingThere as PATCH,
  nothingThere as POST,
  nothingThere as PUT,
};
