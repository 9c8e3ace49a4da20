namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A check-in on a line of its own: <c>{"objective":"O1","keyResult":"open-rate","date":"2026-07-10","value":6}</c>.</summary>
public sealed class CheckInLine
{
    private CheckInLine(ObjectiveId objective, KeyResultId keyResult, CheckIn checkIn)
    {
        Objective = objective;
        KeyResult = keyResult;
        CheckIn = checkIn;
    }

    /// <summary>The id of the objective.</summary>
    public ObjectiveId Objective { get; }

    /// <summary>The id of the key result in it.</summary>
    public KeyResultId KeyResult { get; }

    /// <summary>The check-in.</summary>
    public CheckIn CheckIn { get; }

    /// <summary>A check-in with the ids of its objective and key result.</summary>
    /// <param name="objective">The id of the objective.</param>
    /// <param name="keyResult">The id of the key result in it.</param>
    /// <param name="checkIn">The check-in.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static CheckInLine Of(ObjectiveId objective, KeyResultId keyResult, CheckIn checkIn)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(keyResult);
        ArgumentNullException.ThrowIfNull(checkIn);
        return new(objective, keyResult, checkIn);
    }

    /// <summary>The ids and the check-in.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Objective}/{KeyResult}: {CheckIn}";
}
