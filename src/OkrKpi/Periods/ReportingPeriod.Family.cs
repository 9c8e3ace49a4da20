using NodaTime;

namespace OkrKpi;

/// <content>The periods around one: the longer ones it belongs to, the shorter ones that belong to it, those before it.</content>
public readonly partial struct ReportingPeriod
{
    /// <summary>The longer period this one belongs to: the quarter of a month, the year of a week.</summary>
    /// <remarks>
    /// A week that straddles two belongs as a whole to the one its fourth day lies in, Thursday for weeks from Monday, so that every ISO week belongs to the
    /// year it is numbered in;
    /// calendars that number weeks otherwise have another such day (<see cref="FirstWeek"/>). <see cref="SharesIn"/> can split it by days instead.
    /// </remarks>
    /// <param name="coarser">The kind of the longer period; the period's own kind gives the period itself.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coarser"/> is undefined or shorter than this period.</exception>
    public ReportingPeriod Parent(Cadence coarser)
    {
        Require.Defined(coarser);
        if (coarser.Rank < Cadence.Rank)
        {
            throw new ArgumentOutOfRangeException(nameof(coarser), coarser, $"No {coarser} is longer than the {Cadence} {this}; ask for its children instead.");
        }

        return coarser == Cadence ? this : Containing(Calendar, coarser, DecidingDate);
    }

    /// <summary>The shorter periods that belong to this one, in order: the months of a quarter, the days of a week.</summary>
    /// <remarks>They tile this period, but for weeks of months, which begin and end up to six days off: see <see cref="Parent"/>.</remarks>
    /// <param name="finer">The kind of the shorter periods; the period's own kind gives the period alone.</param>
    /// <returns>The periods; none where a date the zone left out has no hours.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="finer"/> is undefined or longer than this period.</exception>
    public IReadOnlyList<ReportingPeriod> Children(Cadence finer)
    {
        Require.Defined(finer);
        if (finer.Rank > Cadence.Rank)
        {
            throw new ArgumentOutOfRangeException(nameof(finer), finer, $"No {finer} is shorter than the {Cadence} {this}; ask for its parent instead.");
        }

        if (finer == Cadence)
        {
            return [this];
        }

        List<ReportingPeriod> children = [];
        if (!finer.IsToldByDate)
        {
            var end = EndInstant;
            for (var hour = FirstChild(finer); hour.StartInstant < end; hour = hour.Next)
            {
                children.Add(hour);
            }

            return children;
        }

        var last = End;
        for (var child = FirstChild(finer); child.DecidingDate <= last; child = child.Next)
        {
            children.Add(child);
        }

        return children;
    }

    /// <summary>How the period is spread over longer ones: only a week, which can straddle two months or years, can have more than one share.</summary>
    /// <param name="coarser">The kind of the longer periods.</param>
    /// <param name="weeks">What becomes of a week that straddles two.</param>
    /// <returns>The shares in order; they total 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coarser"/> is undefined or shorter than this period, or <paramref name="weeks"/> is
    /// undefined.</exception>
    public IReadOnlyList<PeriodShare> SharesIn(Cadence coarser, StraddlingWeek weeks = StraddlingWeek.Whole)
    {
        var parent = Parent(coarser);
        if (Require.Defined(weeks) == StraddlingWeek.Whole || !Cadence.CanStraddle || parent.Contains(this))
        {
            return [new(parent, Start, End, 1m)];
        }

        var first = Containing(Calendar, coarser, Start);
        var second = Containing(Calendar, coarser, End);
        var days = Period.DaysBetween(Start, second.Start);
        return [
            new(first, Start, first.End, (decimal)days / Cadences.DaysAWeek),
            new(second, second.Start, End, (decimal)(Cadences.DaysAWeek - days) / Cadences.DaysAWeek)
        ];
    }

    /// <summary>This period and the ones before it, so many in all: the three months through July.</summary>
    /// <param name="count">How many, at least 1, this one included; <see cref="Preceding"/> leaves it out.</param>
    /// <returns>The periods, the earliest first, this one last.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1 or above 100,000, or the first would not lie in the years 1 to
    /// 9998.</exception>
    public IReadOnlyList<ReportingPeriod> Trailing(int count)
    {
        Require.Between(count, 1, 100_000, "a trailing window has at least one period, itself");
        return Through(Plus(1 - count), this);
    }

    /// <summary>The periods before this one, without it: the three months before July are April to June.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>The periods, the earliest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1 or above 100,000, or the first would not lie in the years 1 to
    /// 9998.</exception>
    public IReadOnlyList<ReportingPeriod> Preceding(int count) => Previous.Trailing(count);

    /// <summary>The periods of the same kind from the beginning of a longer one through this: for July and the year, January to July.</summary>
    /// <param name="coarser">The kind of the longer period, such as <see cref="Cadence.Year"/> for year to date.</param>
    /// <returns>The periods, the earliest first, this one last.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coarser"/> is undefined or shorter than this period.</exception>
    public IReadOnlyList<ReportingPeriod> CumulativeIn(Cadence coarser) => Through(Parent(coarser).FirstChild(Cadence), this);

    private static ReportingPeriod[] Through(ReportingPeriod first, ReportingPeriod last)
    {
        var periods = new ReportingPeriod[first.StepsTo(last) + 1];
        periods[0] = first;
        for (var index = 1; index < periods.Length; index++)
        {
            periods[index] = periods[index - 1].Next;
        }

        return periods;
    }

    // Of a date the zone left out the first hour is one of the next date.
    private ReportingPeriod FirstChild(Cadence finer)
    {
        if (!finer.IsToldByDate)
        {
            return HourContaining(Calendar, StartInstant);
        }

        var child = Containing(Calendar, finer, Start);
        return child.DecidingDate < Start ? child.Next : child;
    }
}
