package io.goaltree.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskWordingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Launch the new website",
                "Launch loyalty program in all stores",
                "Launch 3 pilot projects with partners",
                "Implement single sign-on",
                "Implement a CRM system by the end of June",
                "Build mobile app",
                "Build the data warehouse",
                "Create onboarding checklist",
                "Create 12 customer stories",
                "Ship version 2 of the editor",
                "Ship dark mode",
                "Migrate all services to the new cluster",
                "Migrate from Java 8 to Java 17",
                "Write a handbook for new managers",
                "Write 10 blog posts",
                "Hire 5 senior engineers",
                "Hire a head of marketing",
                "Hire product designers",
                "Develop a pricing strategy",
                "Deliver training to the sales team",
                "Publish the annual report",
                "Conduct 20 customer interviews",
                "Interview 20 churned customers",
                "Survey employees twice a year",
                "Run five workshops with suppliers",
                "Organise a developer conference",
                "Define the brand guidelines",
                "Design a new checkout flow",
                "Design onboarding flow",
                "Release the public API",
                "Test new ad formats",
                "Plan and launch the spring campaign",
                "Review all supplier contracts",
                "Update privacy policy",
                "Set up a help desk in Warsaw",
                "Roll out the new ERP system",
                "Support the sales team with demos",
                "Train all store managers",
                "Complete ISO 27001 certification",
                "Open an office in Berlin",
                "Add dark mode",
                "Sign contract with a second supplier",
                "Establish a weekly customer council",
                "Refactor billing module",
                "Introduce pair programming",
                "We will launch the beta",
                "We'll build a referral page",
                "To implement a feedback process",
                "Let's write better documentation",
                "The platform team will migrate the database",
                "By the end of Q2, launch the partner portal",
                "1. Launch the newsletter",
                "2) Build prototype",
                "- Create style guide",
                "• Hire a recruiter",
                "KR 2: Implement search",
                "[ ] Deploy monitoring",
                "\"Launch the shop\"",
                "🚀 Launch the shop",
                "✅ Successfully deploy release 4",
                "LAUNCH THE SHOP",
                "Re-design the landing page",
                "Design/build the new API",
                "Launching the partner program",
                "Launched the partner program",
                "Building our own data centre",
                "Publishing a white paper",
                "Hold 10 customer interviews",
                "Send the newsletter",
                "Make the onboarding guide",
                "Clean up backlog",
                "Meet with 20 customers",
                "Do the migration",
                "Hold a quarterly townhall with all staff",
                "Hold weekly retrospectives in every team",
                "Send invoices automatically",
                "Send customer survey to 500 accounts",
                "Make a video tutorial for new users",
                "Make 5 explainer videos",
                "Do a security audit of all vendors",
                "Clean up the product catalogue",
                "Meet with the top suppliers in Asia",
                "Call every lapsed donor",
                "Send out welcome packs",
                "Make a plan for expansion",
                "Make product samples",
                "Do the dishes rota",
                "Clean out the archive",
                "Email all alumni",
                "Contact 50 former clients",
                "Meet with every department head"
            })
    void a_title_that_begins_with_an_activity_is_a_task(String title) {
        assertThat(TaskWording.verb(title)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Increase conversion rate from 2 % to 4 %",
                "Increase weekly active users to 50,000",
                "Reduce churn from 6% to 4%",
                "Reduce time to first response below 2 hours",
                "Raise NPS from 30 to 45",
                "Improve delivery on time from 87 to 95 %",
                "Keep uptime at 99.95 % or above",
                "Maintain gross margin of at least 60 %",
                "Hold p95 latency between 100 and 300 ms",
                "Grow monthly recurring revenue to 1.2 million euro",
                "Cut the cost of support per order by a third",
                "Lower defects per release to 3",
                "Achieve 4.5 stars in the app store",
                "Reach 10,000 registered schools",
                "Get 80 % of new users to a first report within a day",
                "Win 25 customers in France",
                "Double the number of returning visitors",
                "Build quality above 95 %",
                "Build time under 5 minutes",
                "Build success rate of 98 %",
                "Launch conversion rate reaches 5 %",
                "Launch delays fall to zero",
                "Design satisfaction score 4.5",
                "Design system adoption exceeds 70 %",
                "Support tickets per user below 0.1",
                "Support costs drop by 10 %",
                "Support first-response time under 1 hour",
                "Release defects below 3",
                "Release frequency of twice a week",
                "Hire-to-offer time 21 days",
                "Hire retention after a year above 90 %",
                "Hiring time below 30 days",
                "Test coverage of 85 %",
                "Test suite lasts at most 10 minutes",
                "Testing coverage above 80 %",
                "Plan accuracy within 5 %",
                "Review time under 24 hours",
                "Open rate above 30 %",
                "Open positions are filled within 40 days",
                "Order accuracy 99.5 %",
                "Complete profiles rise to 80 %",
                "Report errors fall below 1 in 1000",
                "Train punctuality above 92 %",
                "Staff turnover below 8 %",
                "Share of wallet of 35 %",
                "Process cost per invoice below 2 euro",
                "Contract renewals at 95 %",
                "Ship date slips at most 2 days",
                "Write latency below 10 ms",
                "Published articles are read by 100,000 people",
                "Completed courses per employee rise to 4",
                "Building energy use down 20 %",
                "Onboarding time down from 10 to 4 days",
                "95 % of orders arrive the next day",
                "5 % of visitors buy",
                "Customers rate us 4.8 on average",
                "Employee engagement score of 80",
                "Fewer than 2 incidents a month",
                "Revenue per employee of 200k",
                "Add 500 paying customers",
                "Sign 20 enterprise customers",
                "To reduce returns from 9 % to 6 %",
                "We will increase retention to 90 %",
                "KR1: Median wait below 4 minutes",
                "Bring response time from 900 ms to 300 ms",
                "Build trust score from 60 to 75",
                "Umsatz steigt auf 2 Mio. Euro",
                "Plan for 2027 agreed",
                "Hold churn below 2 %",
                "Hold NPS at 40",
                "Make rate above 95 %",
                "Meeting hours below 4 a week",
                "Send rate of 99 %",
                "Send rate above 95 %",
                "Hold inventory at 30 days of sales",
                "Hold attendance at meetings above 90 %",
                "Make 90 % of deliveries carbon neutral",
                "Make checkout abandonment fall below 20 %",
                "Meet the promised delivery date in 98 % of orders",
                "Send time under 5 seconds",
                "Call waiting time below 2 minutes",
                "Clean energy share of 80 %",
                "Contract with the second supplier signed",
                "Do not exceed 3 outages a quarter",
                "Hold market share at 25 %",
                "Hold the average meeting length to 30 minutes",
                "Hold customer complaints under 12 a month",
                "Make 8 of 10 customers recommend us",
                "Make every page load in under 2 seconds",
                "Contact rate above 40 %",
                "Email open rate of 35 %",
                "Call abandonment at 3 %",
                "Clean audit in all 12 branches",
                "Survey response rate 60 %",
                "",
                "  ",
                "…",
                "42"
            })
    void a_title_that_names_an_outcome_is_no_task(String title) {
        assertThat(TaskWording.verb(title)).isEmpty();
    }

    /** What the heuristic gets wrong, so that nobody believes it gets everything right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Launch beta to 20 % of customers | false",
                "Hold a bake sale for charity | false",
                "Hold 4 strategy days with the leadership | false",
                "Build API with latency below 200 ms | false",
                "Implement caching so that pages load in 300 ms | true",
                "Starte die neue Website | false",
                "New website goes live | false",
                "Website launch | false",
                "Test team morale | true"
            })
    void known_limits_of_the_heuristic(String title, boolean isTask) {
        assertThat(TaskWording.verb(title).isPresent()).isEqualTo(isTask);
    }

    @Test
    void the_verb_is_told_as_it_was_found() {
        assertThat(TaskWording.verb("We will Roll out the ERP")).contains("roll out");
        assertThat(TaskWording.verb("Launching our shop")).contains("launching");
        assertThat(TaskWording.verb("Re-design the shop")).contains("redesign");
    }

    @Test
    void a_long_or_odd_title_is_judged_in_no_time() {
        assertThat(TaskWording.verb("1. ".repeat(5_000) + "Launch it now")).contains("launch");
        assertThat(TaskWording.verb("from 1 ".repeat(5_000))).isEmpty();
        assertThat(TaskWording.verb("\u0000\uD83D")).isEmpty();
    }
}
