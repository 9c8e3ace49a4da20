using System.Collections;

namespace OkrKpi;

/// <summary>The periods from one number to another whose figures are still to come. They may be millions, so none is held.</summary>
internal sealed class AwaitedPeriods : IReadOnlyList<KpiPeriod>
{
    private readonly PeriodTable periods;
    private readonly long from;

    // The numbers of those in between that are not awaited, in order.
    private readonly long[] others;

    internal AwaitedPeriods(PeriodTable periods, long from, long through)
    {
        this.periods = periods;
        this.from = from;
        others = periods.NotAwaited(from, through);
        Count = checked((int)(Math.Max(through - from + 1, 0) - others.Length));
    }

    public int Count { get; }

    public KpiPeriod this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var number = from + index;
            foreach (var other in others)
            {
                number += other <= number ? 1 : 0;
            }

            return periods.At(number);
        }
    }

    public IEnumerator<KpiPeriod> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
