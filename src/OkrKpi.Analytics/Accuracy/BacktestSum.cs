namespace OkrKpi.Analytics;

/// <summary>What is added up of forecasts that were compared with what came.</summary>
internal sealed class BacktestSum
{
    private double errors;
    private double naive;
    private double loss;
    private double symmetric;
    private int held;
    private int told;

    internal int Count { get; private set; }

    internal double? Coverage => told == 0 ? null : (double)held / told;

    internal double? Mase => Count == 0 ? null : errors / Count;

    internal double? NaiveMase => Count == 0 ? null : naive / Count;

    internal double? Pinball => told == 0 ? null : loss / told;

    internal double? SymmetricMape => Count == 0 ? null : symmetric / Count;

    internal void Add(double actual, double point, double naivePoint, double scale, ForecastInterval? interval)
    {
        Count++;
        errors += Math.Abs(actual - point) / scale;
        naive += Math.Abs(actual - naivePoint) / scale;
        symmetric += actual == point ? 0d : 200d * Math.Abs(actual - point) / (Math.Abs(actual) + Math.Abs(point));
        if (interval is not null)
        {
            var value = Numbers.Amount(actual);
            told++;
            held += interval.Holds(value) ? 1 : 0;
            var upper = (1m + interval.Probability) / 2m;
            loss += (double)(ForecastAccuracy.Pinball(value, interval.High, upper) + ForecastAccuracy.Pinball(value, interval.Low, 1m - upper)) / 2d / scale;
        }
    }

    internal void Add(BacktestSum other)
    {
        Count += other.Count;
        errors += other.errors;
        naive += other.naive;
        symmetric += other.symmetric;
        loss += other.loss;
        held += other.held;
        told += other.told;
    }
}
