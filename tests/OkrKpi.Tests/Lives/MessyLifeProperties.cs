using FsCheck.Xunit;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Tests.Lives;

/// <summary>What holds of every life, however messy.</summary>
[Properties(Arbitrary = [typeof(AnyLives)], MaxTest = 40)]
public class MessyLifeProperties
{
    [Property]
    public void The_answer_changes_only_on_a_day_on_which_something_became_known_due_or_decided_closed_or_reached_its_half_or_cover_or_dismissal_began_or_ended(
        MessyLife messy)
    {
        if (messy.IsZeroWhenSilent)
        {
            return;
        }

        var life = messy.Whole;
        var days = life.Between(messy.FirstDay, messy.LastDay);
        var named = life.DaysOnWhichSomethingHappens(messy.FirstDay, messy.LastDay);
        var unnamed = days.Changes.Where(day => !named.Contains(day)).ToArray();
        if (unnamed.Length > 0)
        {
            Assert.Fail(
                $"The answer changes on {string.Join(", ", unnamed.Select(LocalDatePattern.Iso.Format))}, when nothing happened.\n{life.Story()}{days}");
        }
    }

    [Property]
    public void A_timeline_tells_what_asking_every_day_tells(MessyLife messy) =>
        messy.Whole.Asking(messy.Reading).Between(messy.FirstDay, messy.LastDay);

    [Property]
    public void What_is_known_later_never_changes_the_answer_of_an_earlier_day(MessyLife messy)
    {
        var life = messy.Whole;
        var random = new Random(messy.Seed);
        for (var count = 0; count < 6; count++)
        {
            var day = messy.AnyDay(random);
            var (then, now) = (life.AsKnownOn(day).On(day), life.On(day));
            Same(life, day, then, now);
        }
    }

    [Property]
    public void The_order_in_which_a_life_is_told_does_not_matter(MessyLife messy)
    {
        var life = messy.Whole;
        var random = new Random(messy.Seed);
        for (var count = 0; count < 6; count++)
        {
            var day = messy.AnyDay(random);
            Same(life, day, life.Shuffled(random.Next()).On(day), life.On(day));
        }
    }

    [Property]
    public void A_better_actual_adds_no_reason(MessyLife messy)
    {
        var life = messy.Bare;
        if (messy.Shape.IsBand || messy.Shape.Aggregation == Aggregation.Count || life.Rows.Count == 0)
        {
            return;
        }

        var random = new Random(messy.Seed);
        for (var count = 0; count < 6; count++)
        {
            var day = messy.AnyDay(random);
            var index = random.Next(life.Rows.Count);
            var change = random.Next(1, 3_000) / 10m * (messy.Shape.Direction == Direction.HigherIsBetter ? 1 : -1);
            var (before, after) = (life.On(day), life.Changing(index, change).On(day));
            if ((after.Lagging is not null && before.Lagging is null) || (after.TargetRaised is not null && before.TargetRaised is null))
            {
                Assert.Fail(
                    $"On {day} the row of {life.Rows[index].Date} is {change} more: {new LifeDay(day, before)} becomes "
                    + $"{new LifeDay(day, after)}.\n{life.Story()}");
            }
        }
    }

    [Property]
    public void A_more_ambitious_newest_decision_removes_no_reason(MessyLife messy)
    {
        if (messy.Shape.IsBand)
        {
            return;
        }

        var random = new Random(messy.Seed);
        for (var count = 0; count < 6; count++)
        {
            var newest = messy.Decision(random);
            var life = messy.Bare;
            if (
                newest.Target is not { Value: { } value } || newest.Kind != TargetDecisionKind.Decision
                    || life.Decisions.Any(decision => decision.DecidedOn >= newest.DecidedOn))
            {
                continue;
            }

            var more = value + (random.Next(1, 3_000) / 10m * (messy.Shape.Direction == Direction.HigherIsBetter ? 1 : -1));
            var moreAmbitious = newest.EffectiveThrough is { } through
                ? TargetDecision.Between(newest.EffectiveFrom, through, Target.Of(more), newest.DecidedOn)
                : TargetDecision.From(newest.EffectiveFrom, Target.Of(more), newest.DecidedOn);
            for (var times = 0; times < 4; times++)
            {
                var day = messy.AnyDay(random);
                var (before, after) = (life.Decided(newest).On(day), life.Decided(moreAmbitious).On(day));
                if ((before.Lagging is not null && after.Lagging is null) || (before.TargetRaised is not null && after.TargetRaised is null))
                {
                    Assert.Fail($"On {day} with {newest} {new LifeDay(day, before)}, with {moreAmbitious} {new LifeDay(day, after)}.\n{life.Story()}");
                }
            }
        }
    }

    private static void Same(Life life, LocalDate day, OkrNeed one, OkrNeed other)
    {
        if (one.State != other.State || one.Explain().ToString() != other.Explain().ToString())
        {
            Assert.Fail(
                $"On {day}:\n{one.Explain().ToString()}\nand\n{other.Explain().ToString()}\n{life.Story()}");
        }
    }
}
