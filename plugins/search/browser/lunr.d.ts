/** What we use of lunr 2.3.9, which carries no types of its own. */

declare namespace lunr {
  interface Result {
    ref: string;
    score: number;
    matchData: { metadata: Record<string, unknown> };
  }

  interface Clause {
    fields: string[];
    boost?: number;
    wildcard?: number;
    editDistance?: number;
    usePipeline: false;
  }

  interface Query {
    term(term: string, clause: Clause): void;
  }

  interface Index {
    query(fill: (query: Query) => void): Result[];
  }
}

declare const lunr: {
  version: string;
  Index: { load(serialized: object): lunr.Index };
  Query: { wildcard: { TRAILING: number } };
};

export default lunr;
