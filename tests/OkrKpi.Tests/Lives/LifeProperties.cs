using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests.Lives;

/// <summary>What holds of every ordinary life.</summary>
[Properties(Arbitrary = [typeof(AnyLives)], MaxTest = 50)]
public class LifeProperties
{
    [Property]
    public void A_KPI_exactly_on_plan_needs_no_OKR_on_any_day(OrdinaryLife life) => life.OnPlan.Between(life.FirstDay, life.LastDay).NeedsNone();

    [Property]
    public void And_where_the_delay_is_said_it_is_answered_on_every_day_from_its_first_judged_period_on(OrdinaryLife life)
    {
        if (life.Shape.DelaySaid == life.Shape.Late)
        {
            life.OnPlan.Between(life.Shape.JudgedOn(0), life.Shape.LastDay).IsAlways("not needed");
        }
    }

    [Property]
    public void A_missed_period_is_a_need_from_the_day_it_is_known_until_a_period_is_met(OrdinaryLife life)
    {
        // A level on its way down to a lower target is above it at first, so a part of the period that is known at its close may be met.
        if (life.Shape is { Aggregation: Aggregation.Last, Every: not null } && life.Shape.DelaySaid != life.Shape.Late)
        {
            return;
        }

        var days = life.WithMisses.Between(life.FirstDay, life.LastDay);
        for (var index = 0; index < life.Missed.Length; index++)
        {
            if (life.Missed[index])
            {
                // Where the delay is not said, the next one may be judged at its close by what is there.
                var met = Array.FindIndex(life.Missed, index, missed => !missed);
                var until = met < 0
                    ? life.LastDay
                    : (life.Shape.DelaySaid == life.Shape.Late ? life.Shape.JudgedOn(met) : life.Shape.First.Plus(met).End).PlusDays(-1);
                days.Needs(life.Shape.JudgedOn(index), until, $"{life.Shape.First.Plus(index).Label} is missed:");
            }
        }
    }

    [Property]
    public void And_no_day_is_a_need_on_which_no_missed_period_runs_or_is_the_latest_judged(OrdinaryLife life)
    {
        // A period known only in part at its close may be judged by that part, so only those whose delay is said.
        if (life.Shape.DelaySaid != life.Shape.Late)
        {
            return;
        }

        // From a day's index on: the latest judged period, and those that began and are not judged.
        bool MayNeed(LocalDate day) => Enumerable.Range(0, life.Missed.Length).Any(index => life.Missed[index]
            && life.Shape.First.Plus(index).Start <= day
            && (index + 1 == life.Missed.Length || day < life.Shape.JudgedOn(index + 1)));
        life.WithMisses.Between(life.FirstDay, life.LastDay)
            .Holds(day => !day.IsNeed || MayNeed(day.Date), "a need only while a missed period runs or is the latest judged");
    }

    [Property]
    public void With_one_row_a_period_the_need_is_exactly_from_the_day_a_miss_is_known_until_the_day_a_period_is_met(OrdinaryLife life)
    {
        if (life.Shape.Every is null)
        {
            life.WithMisses.Between(life.FirstDay, life.LastDay).Holds(
                day =>
                    day.IsLagging == (Enumerable.Range(0, life.Missed.Length).LastOrDefault(
                        index => life.Shape.JudgedOn(index) <= day.Date, -1) is >= 0 and var judged && life.Missed[judged]),
                "lagging exactly while the latest known period is missed");
        }
    }

    [Property]
    public void A_raise_is_open_from_its_decision_until_the_first_period_it_governs_is_judged_and_for_28_days(RaisedLife life)
    {
        var from = life.DecidedOn;
        var through = LocalDate.Max(life.Shape.JudgedOn(life.Index), from.PlusDays(28)).PlusDays(-1);
        life.Told.Between(life.Shape.First.Start, life.Shape.LastDay).Holds(
            day => day.IsRaised == (day.Date >= from && day.Date <= through && life.Period.Start <= day.Date.PlusYears(1)),
            $"raised from {from} to {through}, but while {life.Period.Label} is more than a year away");
    }

    [Property]
    public void And_a_target_lowered_instead_is_no_raise_on_any_day(RaisedLife life) =>
        life.Lowered.Between(life.Shape.First.Start, life.Shape.LastDay).IsNeverRaised();
}
