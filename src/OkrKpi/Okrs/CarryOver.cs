namespace OkrKpi;

/// <summary>A key result on its way into a later cycle.</summary>
internal static class CarryOver
{
    internal static KeyResult Of(KeyResultScore closed, Rebaseline rebaseline)
    {
        var keyResult = closed.KeyResult;
        var history = new CheckInHistory(keyResult.CheckIns, null, closed.Cycle, closed.AsOf, keyResult.CurrentValue);
        return rebaseline switch
        {
            Rebaseline.AtValueReached => keyResult.CarriedOver(keyResult.Goal.Remaining(history), []),
            Rebaseline.KeepProgress => keyResult.CarriedOver(keyResult.Goal, [.. keyResult.CheckIns.Where(checkIn => checkIn.Date <= closed.AsOf)]),
            Rebaseline.AtOldStart => keyResult.CarriedOver(keyResult.Goal, []),
        };
    }
}
