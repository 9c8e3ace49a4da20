using System.Text;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Tests.Lives;

/// <summary>The answers of consecutive days. What is asserted of it fails with the whole strip: runs of equal answers with their dates.</summary>
internal sealed class Strip(IEnumerable<LifeDay> days)
{
    private readonly LifeDay[] days = [.. days];

    internal IReadOnlyList<LifeDay> Days => days;

    internal LifeDay this[LocalDate date] => days[Period.DaysBetween(days[0].Date, date)];

    /// <summary>The days on which the answer is another than on the day before.</summary>
    internal IEnumerable<LocalDate> Changes => days.Zip(days.Skip(1)).Where(pair => pair.First.Answer != pair.Second.Answer).Select(pair => pair.Second.Date);

    /// <summary>
    /// Every answer of the strip, each with the day it begins: <c>2026-05-31 needed: lagging</c>. The first line has the first day.
    /// </summary>
    internal void Is(string told)
    {
        var expected = told.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] actual = [.. Runs(day => day.Answer).Select(run => $"{Text(run.First)} {run.First.Answer}")];
        if (!expected.SequenceEqual(actual))
        {
            Assert.Fail($"The life was told\n  {string.Join("\n  ", expected)}\nand is\n{this}");
        }
    }

    /// <summary>A timeline looks at few days only, and tells what asking on every day tells, without a gap.</summary>
    internal void IsToldBy(NeedTimeline timeline, Life life)
    {
        var next = days[0].Date;
        foreach (var span in timeline.Spans)
        {
            Assert.Equal(next, span.From);
            for (; next <= span.Through; next = next.PlusDays(1))
            {
                if (LifeDay.Short(span.First) != this[next].Answer)
                {
                    Assert.Fail(
                        $"The timeline says {LifeDay.Short(span.First)} from {Text(span.From)} to {Text(span.Through)}, asked on {Text(next)}: "
                        + $"{this[next].Answer}.\n{life.Story()}{this}");
                }
            }

            Assert.Equal(this[span.From].Because, new LifeDay(span.From, span.First).Because);
        }

        Assert.Equal(days[^1].Date.PlusDays(1), next);
    }

    internal void IsAlways(string answer) => Holds(day => day.Answer == answer, $"always {answer}");

    internal void NeedsNone() => Holds(day => !day.IsNeed, "no need on any day");

    /// <summary>A need on every day from one to another, both included.</summary>
    internal void Needs(LocalDate from, LocalDate through, string what = "a need") =>
        Holds(day => day.Date < from || day.Date > through || day.IsNeed, $"{what} on every day from {Text(from)} to {Text(through)}");

    internal void NeverLags() => Holds(day => !day.IsLagging, "no lag on any day");

    internal void IsNeverRaised() => Holds(day => !day.IsRaised, "no raise on any day");

    internal void Holds(Func<LifeDay, bool> condition, string what)
    {
        var broken = days.Where(day => !condition(day)).ToArray();
        if (broken.Length > 0)
        {
            Assert.Fail(
                $"Expected: {what}. On {broken.Length} of {days.Length} days it is otherwise, first on {Text(broken[0])} ({broken[0].Answer}).\n{this}");
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (first, last, count) in Runs(day => (day.Answer, day.Rests)))
        {
            text.Append("  ")
                .Append(Text(first))
                .Append(" .. ")
                .Append(Text(last))
                .Append(System.Globalization.CultureInfo.InvariantCulture, $" {count,4} d  {first.Answer,-24} by {first.Rests,-28} {first.Because}\n");
        }

        return text.ToString();
    }

    internal IEnumerable<(LifeDay First, LifeDay Last, int Count)> Runs<T>(Func<LifeDay, T> of)
    {
        for (var first = 0; first < days.Length;)
        {
            var next = first + 1;
            while (next < days.Length && Equals(of(days[next]), of(days[first])))
            {
                next++;
            }

            yield return (days[first], days[next - 1], next - first);
            first = next;
        }
    }

    private static string Text(LifeDay day) => Text(day.Date);

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
