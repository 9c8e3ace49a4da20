namespace OkrKpi.Charts;

/// <summary>The shapes that say what a value is, apart from its colour.</summary>
internal enum Mark
{
    Dot = 1,
    Ring = 2,
    Diamond = 3,
    Triangle = 4,
    Up = 5,
    Down = 6,
    Cross = 7,
    Box = 8,
    Dash = 9,
}
