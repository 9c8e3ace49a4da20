namespace WebScorecard.Store;

/// <summary>How an entry is to be added.</summary>
/// <param name="Expected">How many entries of the history the writer has seen; null to add it whatever was added meanwhile.</param>
/// <param name="RequestId">The writer's own mark of the request; null when it is not to be recognised again.</param>
internal readonly record struct Writing(int? Expected, string? RequestId);

/// <summary>What became of an entry.</summary>
/// <param name="Outcome">Whether it was added.</param>
/// <param name="Number">Its number, or the last number of the history when it was not added.</param>
internal readonly record struct Appended(WriteOutcome Outcome, int Number);

internal enum WriteOutcome
{
    Added = 0,

    /// <summary>The same request was stored before.</summary>
    Repeated = 1,

    /// <summary>The history has grown since the writer looked.</summary>
    Changed = 2,
}
