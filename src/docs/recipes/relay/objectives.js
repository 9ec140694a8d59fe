// Read by relay-compiler. In an application Babel replaces each of these by its artifact; recipe.mjs imports them by hand.
import { graphql } from 'relay-runtime';

export const query = () => graphql`
  query objectivesQuery($cycle: String!, $first: Int!, $after: String) {
    objectives(filter: { cycle: $cycle }, first: $first, after: $after) @connection(key: "recipe_objectives") {
      edges {
        node {
          id
          title
          progress {
            ratio
            status
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;

export const one = () => graphql`
  query objectivesOneQuery($id: ID!) {
    node(id: $id) {
      ... on Objective {
        title
        progress {
          ratio
          status
        }
      }
    }
  }
`;

export const withKeyResults = () => graphql`
  query objectivesKeyResultsQuery($id: ID!) {
    node(id: $id) {
      ... on Objective {
        keyResults {
          title
          current
          unit
        }
      }
    }
  }
`;
