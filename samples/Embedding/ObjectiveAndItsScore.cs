using NodaTime;
using OkrKpi;

namespace Embedding;

/// <summary>One objective with its key results and check-ins: score, coverage, pace, and why the score is what it is.</summary>
internal static class ObjectiveAndItsScore
{
    internal static void Run(TextWriter output)
    {
        var engage = Objective.Define("engage", "Raise engagement with customers of the last three months", Cycle.Quarter(2026, 3))
            .OwnedBy("Customer Success")
            .With(KeyResult.Define("open-rate", "Open rate of in-product messages", Unit.Percent, Goal.FromTo(4, 15)))
            .With(KeyResult.Define("reply", "Average response time", Unit.Hours, Goal.FromTo(5, 1)).Weighing(2))
            .With(Initiative.Define("faq", "FAQ section and answer store"))
            .CheckIn("open-rate", new LocalDate(2026, 7, 31), 9.5m, Confidence.OutOfTen(6))
            .CheckIn("reply", new LocalDate(2026, 8, 14), 4, Confidence.OutOfTen(8));

        ObjectiveScore score = engage.Score(asOf: new LocalDate(2026, 8, 15));
        output.WriteLine($"score {score.Score:0.00}, coverage {score.Coverage:P0}, {score.Pace.Status}");
        output.WriteLine(score.Explain());
    }
}

// prints
// score 0.33, coverage 100 %, AtRisk
// Raise engagement with customers of the last three months scores 0.33 on 2026-08-15 (raw 0.33); 100 % of the weight is checked in
//   Default: weighted mean of progress between 0 and 1; key results without data: left out until closing; pace: at risk
//   what counts, each by its share, comes to 0.33
//   weight 1, 33.33 % of the score, counting 0.5
//     Open rate of in-product messages scores 0.5 on 2026-08-15 (raw progress 0.5)
//       goal: from 4 % to 15 %
//       5.5 points left to go, 0.12 a day over the 46 days left
//       last check-in 2026-07-31: 9.5 %
//       confidence 6 out of 10
//       pace in 2026-Q3: on track, expected 0.5, gap 0
//       stale: no check-in for more than 14 days
//   weight 2, 66.67 % of the score, counting 0.25
//     Average response time scores 0.25 on 2026-08-15 (raw progress 0.25)
//       goal: from 5 hours to 1 hour
//       3 hours left to go, 0.07 a day over the 46 days left
//       last check-in 2026-08-14: 4 hours
//       confidence 8 out of 10
//       pace in 2026-Q3: at risk, expected 0.5, gap -0.25
