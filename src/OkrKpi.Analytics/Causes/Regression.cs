using Ardalis.GuardClauses;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace OkrKpi.Analytics;

/// <summary>A linear regression by least squares.</summary>
/// <remarks>
/// Immutable; compared by reference. Solved by Householder's QR of the columns scaled to one length, then refined by residuals with twice the digits, so that
/// it holds the certified values of NIST's reference datasets.
/// </remarks>
public sealed class Regression
{
    private readonly double[][] columns;
    private readonly double[] residuals;
    private readonly Matrix<double> inverse;
    private readonly RegressionCoefficient[] coefficients;

    private Regression(double[] values, double[][] columns, bool hasIntercept)
    {
        this.columns = columns;
        var (count, width) = (values.Length, columns.Length);
        var scales = Array.ConvertAll(columns, static column => Math.Sqrt(column.Sum(static each => each * each)));
        var matrix = DenseMatrix.Create(count, width, (row, column) => columns[column][row] / scales[column]);
        var factors = matrix.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        for (var column = 0; column < width; column++)
        {
            if (!(Math.Abs(factors.R[column, column]) > 1e-13))
            {
                throw new ArgumentException($"Column {column + 1} follows from those before it, so nobody can tell them apart; leave it out.", nameof(columns));
            }
        }

        var estimates = new double[width];
        residuals = (double[])values.Clone();
        for (var round = 0; round < 4; round++)
        {
            var step = factors.Solve(Vector<double>.Build.Dense(residuals));
            for (var column = 0; column < width; column++)
            {
                estimates[column] += step[column] / scales[column];
            }

            Residuals(values, estimates);
        }

        var root = factors.R.Inverse();
        inverse = root * root.Transpose();
        for (var row = 0; row < width; row++)
        {
            for (var column = 0; column < width; column++)
            {
                inverse[row, column] /= scales[row] * scales[column];
            }
        }

        DegreesOfFreedom = count - width;
        ResidualSumOfSquares = residuals.Sum(static each => each * each);
        ResidualDeviation = Math.Sqrt(ResidualSumOfSquares / DegreesOfFreedom);
        var total = hasIntercept ? Numbers.SquaredDeviations(values) : values.Sum(static each => each * each);
        RegressionSumOfSquares = Math.Max(0d, total - ResidualSumOfSquares);
        RSquared = total > 0d ? Math.Clamp(1d - (ResidualSumOfSquares / total), 0d, 1d) : null;
        coefficients =
        [
            .. estimates.Select((estimate, index) =>
                new RegressionCoefficient(estimate, ResidualDeviation * Math.Sqrt(inverse[index, index]), DegreesOfFreedom)),
        ];
    }

    /// <summary>The coefficients: that of 1 first where there is an intercept, then one for each column.</summary>
    public IReadOnlyList<RegressionCoefficient> Coefficients => coefficients;

    /// <summary>How many values there are more than coefficients.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The standard deviation of what is left, over the degrees of freedom.</summary>
    public double ResidualDeviation { get; }

    /// <summary>The squares of what is left, added up.</summary>
    public double ResidualSumOfSquares { get; }

    /// <summary>The squares that the columns explain, added up: about the mean with an intercept, about 0 without one.</summary>
    public double RegressionSumOfSquares { get; }

    /// <summary>The part of the squares that the columns explain, 0 to 1; <see langword="null"/> when all values are the same.</summary>
    public double? RSquared { get; }

    /// <summary>The squared steps of what is left over its squares: about 2 without serial correlation; <see langword="null"/> when nothing is left.</summary>
    public double? DurbinWatson => ResidualSumOfSquares > 0d
        ? Enumerable.Range(1, residuals.Length - 1).Sum(index => (residuals[index] - residuals[index - 1]) * (residuals[index] - residuals[index - 1]))
            / ResidualSumOfSquares
        : null;

    internal ReadOnlySpan<double> Left => residuals;

    /// <summary>Fits values by columns and a constant.</summary>
    /// <param name="values">The values.</param>
    /// <param name="columns">What they are explained by, each with as many numbers as there are values.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">There are not more values than coefficients, a column has another length, a number is not finite, or a column
    /// follows from others.</exception>
    public static Regression WithIntercept(IReadOnlyList<double> values, params IEnumerable<IReadOnlyList<double>> columns)
    {
        Guard.Against.Null(values);
        Guard.Against.Null(columns);
        return Of(values, [Enumerable.Repeat(1d, values.Count).ToArray(), .. columns], true);
    }

    /// <summary>Fits values by columns alone, through 0.</summary>
    /// <inheritdoc cref="WithIntercept(IReadOnlyList{double}, IEnumerable{IReadOnlyList{double}})"/>
    public static Regression WithoutIntercept(IReadOnlyList<double> values, params IEnumerable<IReadOnlyList<double>> columns)
    {
        Guard.Against.Null(values);
        return Of(values, [.. Guard.Against.Null(columns)], false);
    }

    /// <summary>
    /// The standard errors that allow for serial correlation and changing spread, with Bartlett's weights (Newey and West 1987; as R's
    /// <c>sandwich::NeweyWest(lag, prewhite = FALSE, adjust = FALSE)</c>).
    /// </summary>
    /// <param name="lag">Over how many periods errors may go together, 0 or more and below the number of values.</param>
    /// <returns>One for each coefficient.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lag"/> is not within 0 and the number of values less 1.</exception>
    public IReadOnlyList<double> NeweyWest(int lag)
    {
        Demand.Between(lag, 0, residuals.Length - 1, "errors go together over so many periods");
        var width = columns.Length;
        var middle = DenseMatrix.Create(width, width, 0d);
        for (var apart = 0; apart <= lag; apart++)
        {
            var weight = 1d - (apart / (lag + 1d));
            for (var row = apart; row < residuals.Length; row++)
            {
                var product = weight * residuals[row] * residuals[row - apart];
                for (var one = 0; one < width; one++)
                {
                    for (var other = 0; other < width; other++)
                    {
                        var part = product * columns[one][row] * columns[other][row - apart];
                        middle[one, other] += part;
                        middle[other, one] += apart == 0 ? 0d : part;
                    }
                }
            }
        }

        var spread = inverse * middle * inverse;
        return [.. Enumerable.Range(0, width).Select(index => Math.Sqrt(Math.Max(0d, spread[index, index])))];
    }

    /// <summary>How much each value counts in a sum of coefficients.</summary>
    internal double[] WeightsOf(ReadOnlySpan<double> contrast)
    {
        var weights = new double[residuals.Length];
        for (var one = 0; one < contrast.Length; one++)
        {
            for (var other = 0; other < contrast.Length; other++)
            {
                var factor = inverse[one, other] * contrast[one];
                for (var row = 0; row < weights.Length; row++)
                {
                    weights[row] += factor * columns[other][row];
                }
            }
        }

        return weights;
    }

    /// <summary>How much one value pulls another towards it.</summary>
    internal double Hat(int row, int column)
    {
        var sum = 0d;
        for (var one = 0; one < columns.Length; one++)
        {
            for (var other = 0; other < columns.Length; other++)
            {
                sum += columns[one][row] * inverse[one, other] * columns[other][column];
            }
        }

        return sum;
    }

    /// <summary>The coefficients, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join("; ", coefficients.Select(static each => each.ToString()));

    private static Regression Of(IReadOnlyList<double> values, IReadOnlyList<double>[] columns, bool hasIntercept)
    {
        if (Array.Exists(columns, static column => column is null) || columns.Length == 0)
        {
            throw new ArgumentException("Give one column or more, none of them null.", nameof(columns));
        }

        if (values.Count <= columns.Length)
        {
            throw new ArgumentException(
                $"{values.Count} values are too few for {columns.Length} coefficients; give more values than coefficients.", nameof(values));
        }

        foreach (var column in columns)
        {
            if (column.Count != values.Count)
            {
                throw new ArgumentException($"A column has {column.Count} numbers and there are {values.Count} values; give one for each.", nameof(columns));
            }
        }

        // Squares of more would not be finite.
        if (values.Concat(columns.SelectMany(static column => column)).Any(static each => !(Math.Abs(each) <= 1e100)))
        {
            throw new ArgumentException("A number is not finite, or beyond ±10^100.", nameof(values));
        }

        return Array.Exists(columns, static column => column.All(static each => each == 0d))
            ? throw new ArgumentException("A column is 0 throughout and explains nothing; leave it out.", nameof(columns))
            : new([.. values], Array.ConvertAll(columns, static column => column.ToArray()), hasIntercept);
    }

    // What is left, with twice the digits: products and sums keep what rounding loses.
    private void Residuals(double[] values, double[] estimates)
    {
        for (var row = 0; row < values.Length; row++)
        {
            var (sum, lost) = (values[row], 0d);
            for (var column = 0; column < estimates.Length; column++)
            {
                var product = -estimates[column] * columns[column][row];
                lost += Math.FusedMultiplyAdd(-estimates[column], columns[column][row], -product);
                var next = sum + product;
                var part = next - sum;
                lost += (sum - (next - part)) + (product - part);
                sum = next;
            }

            residuals[row] = sum + lost;
        }
    }
}
