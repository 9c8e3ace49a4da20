namespace OkrKpi.Signals;

/// <summary>Whether a process reaches its target, as long as it goes on as it does (the assurance icons of the NHS's "Making Data Count").</summary>
public enum Assurance
{
    /// <summary>There is no target, no direction, or there are no limits.</summary>
    CannotTell = 1,

    /// <summary>Always: the whole of what the process gives lies on the good side of the target.</summary>
    AlwaysReaches = 2,

    /// <summary>Sometimes: the target lies within what the process gives, so chance decides.</summary>
    SometimesReaches = 3,

    /// <summary>Never: the target lies beyond what the process gives. Something has to change.</summary>
    NeverReaches = 4,
}
