import { board, type DomainMatrix, everyone, read } from "./words.ts";

export const news: DomainMatrix = {
  doors: {
    "lib/news/queries.ts#listNews": read("NewsPost"),
    "lib/news/queries.ts#findNewsPost": read("NewsPost"),
    "lib/news/queries.ts#findRenamedNewsPost": read("NewsPost"),
  },
  expected: [
    { intention: "read", subject: "NewsPost", roles: everyone },
    { intention: "publish", subject: "NewsPost", roles: board },
  ],
};
