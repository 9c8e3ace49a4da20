using NodaTime;

namespace OkrKpi;

/// <summary>Dates as numbers, quick to compare and to keep.</summary>
internal static class DayNumber
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    internal static int Of(LocalDate date) => Period.DaysBetween(Epoch, date);

    internal static LocalDate Date(int number) => Epoch.PlusDays(number);
}
