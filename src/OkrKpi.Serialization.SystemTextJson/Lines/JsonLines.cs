using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>
/// Measurements and check-ins as newline-delimited JSON, one object a line: streamed both ways, in the same memory for ten lines and ten million.
/// </summary>
/// <remarks>
/// A line holds the members it has in a document, after the ids of what it belongs to. Lines end with a line feed, with or without a carriage return before it;
/// blank lines are passed over.
/// A line that does not fit is handled by the policy; its problem has the number of the line. Streams stay open.
/// </remarks>
public static class JsonLines
{
    /// <summary>The longest line in bytes of UTF-8: 1,048,576.</summary>
    public const int MaximumLineBytes = 1024 * 1024;

    private const int ChunkBytes = 64 * 1024;

    private static readonly JsonWriterOptions Compact = PortfolioJsonOptions.Default.With(DocumentLayout.Compact).Writer;

    /// <summary>The measurements of a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The lines, in the order of the portfolio.</returns>
    /// <exception cref="ArgumentNullException">The portfolio is null.</exception>
    public static IEnumerable<MeasurementLine> MeasurementsOf(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return portfolio.Measurements.SelectMany(
            static series => series.Measurements, static (series, measurement) => MeasurementLine.Of(series.Kpi, measurement));
    }

    /// <summary>The check-ins of a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The lines, in the order of the portfolio.</returns>
    /// <exception cref="ArgumentNullException">The portfolio is null.</exception>
    public static IEnumerable<CheckInLine> CheckInsOf(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return from objective in portfolio.Objectives
               from keyResult in objective.KeyResults
               from checkIn in keyResult.CheckIns
               select CheckInLine.Of(objective.Id, keyResult.Id, checkIn);
    }

    /// <summary>Reads measurements as they are asked for.</summary>
    /// <param name="utf8">The lines.</param>
    /// <param name="badLines">What happens to a line that does not fit.</param>
    /// <returns>The measurements.</returns>
    /// <exception cref="ArgumentNullException">The stream or the policy is null.</exception>
    /// <exception cref="JsonException">While they are asked for: a line does not fit, and the policy is <see cref="BadLines.Stop"/>.</exception>
    public static IEnumerable<MeasurementLine> ReadMeasurements(Stream utf8, BadLines badLines) => Read(LineForms.Measurement, utf8, badLines);

    /// <summary>Reads measurements as they are asked for.</summary>
    /// <param name="utf8">The lines.</param>
    /// <param name="badLines">What happens to a line that does not fit.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException">The stream or the policy is null.</exception>
    /// <exception cref="JsonException">While they are asked for: a line does not fit, and the policy is <see cref="BadLines.Stop"/>.</exception>
    public static IAsyncEnumerable<MeasurementLine> ReadMeasurementsAsync(Stream utf8, BadLines badLines, CancellationToken cancellationToken = default) =>
        ReadAsync(LineForms.Measurement, utf8, badLines, cancellationToken);

    /// <summary>Reads check-ins as they are asked for.</summary>
    /// <param name="utf8">The lines.</param>
    /// <param name="badLines">What happens to a line that does not fit.</param>
    /// <returns>The check-ins.</returns>
    /// <exception cref="ArgumentNullException">The stream or the policy is null.</exception>
    /// <exception cref="JsonException">While they are asked for: a line does not fit, and the policy is <see cref="BadLines.Stop"/>.</exception>
    public static IEnumerable<CheckInLine> ReadCheckIns(Stream utf8, BadLines badLines) => Read(LineForms.CheckIn, utf8, badLines);

    /// <summary>Reads check-ins as they are asked for.</summary>
    /// <param name="utf8">The lines.</param>
    /// <param name="badLines">What happens to a line that does not fit.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException">The stream or the policy is null.</exception>
    /// <exception cref="JsonException">While they are asked for: a line does not fit, and the policy is <see cref="BadLines.Stop"/>.</exception>
    public static IAsyncEnumerable<CheckInLine> ReadCheckInsAsync(Stream utf8, BadLines badLines, CancellationToken cancellationToken = default) =>
        ReadAsync(LineForms.CheckIn, utf8, badLines, cancellationToken);

    /// <summary>Writes measurements, one a line.</summary>
    /// <param name="lines">The measurements.</param>
    /// <param name="utf8">Where they go.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static void Write(IEnumerable<MeasurementLine> lines, Stream utf8) => Write(LineForms.Measurement, lines, utf8);

    /// <summary>Writes check-ins, one a line.</summary>
    /// <param name="lines">The check-ins.</param>
    /// <param name="utf8">Where they go.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static void Write(IEnumerable<CheckInLine> lines, Stream utf8) => Write(LineForms.CheckIn, lines, utf8);

    /// <summary>Writes measurements, one a line, as they come.</summary>
    /// <param name="lines">The measurements.</param>
    /// <param name="utf8">Where they go.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    /// <returns>When all are written.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static Task WriteAsync(IAsyncEnumerable<MeasurementLine> lines, Stream utf8, CancellationToken cancellationToken) =>
        WriteAsync(LineForms.Measurement, lines, utf8, cancellationToken);

    /// <summary>Writes check-ins, one a line, as they come.</summary>
    /// <param name="lines">The check-ins.</param>
    /// <param name="utf8">Where they go.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    /// <returns>When all are written.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static Task WriteAsync(IAsyncEnumerable<CheckInLine> lines, Stream utf8, CancellationToken cancellationToken) =>
        WriteAsync(LineForms.CheckIn, lines, utf8, cancellationToken);

    internal static void Write<T>(JsonForm<T> form, IEnumerable<T> lines, Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(utf8);
        using var buffer = new PooledBuffer(ChunkBytes);
        using var json = new Utf8JsonWriter(buffer, Compact);
        foreach (var line in lines)
        {
            Put(form, line, json, buffer);
            if (buffer.Written.Length >= ChunkBytes / 2)
            {
                utf8.Write(buffer.Written);
                buffer.Clear();
            }
        }

        utf8.Write(buffer.Written);
    }

    private static IEnumerable<T> Read<T>(JsonForm<T> form, Stream utf8, BadLines badLines)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(badLines);
        return Lines();

        IEnumerable<T> Lines()
        {
            using var reader = new LineReader<T>(form, badLines);
            for (var isEnd = false; !isEnd;)
            {
                var count = utf8.Read(reader.Space().Span);
                reader.Take(count);
                isEnd = count == 0;
                while (reader.Next(isEnd) is { } value)
                {
                    yield return value;
                }
            }
        }
    }

    private static IAsyncEnumerable<T> ReadAsync<T>(JsonForm<T> form, Stream utf8, BadLines badLines, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(badLines);
        return Lines(cancellationToken);

        async IAsyncEnumerable<T> Lines([EnumeratorCancellation] CancellationToken cancellation)
        {
            using var reader = new LineReader<T>(form, badLines);
            for (var isEnd = false; !isEnd;)
            {
                var count = await utf8.ReadAsync(reader.Space(), cancellation).ConfigureAwait(false);
                reader.Take(count);
                isEnd = count == 0;
                while (reader.Next(isEnd) is { } value)
                {
                    yield return value;
                }
            }
        }
    }

    private static async Task WriteAsync<T>(JsonForm<T> form, IAsyncEnumerable<T> lines, Stream utf8, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(utf8);
        using var buffer = new PooledBuffer(ChunkBytes);
        var json = new Utf8JsonWriter(buffer, Compact);
        await using (json.ConfigureAwait(false))
        {
            await foreach (var line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                Put(form, line, json, buffer);
                if (buffer.Written.Length >= ChunkBytes / 2)
                {
                    await utf8.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
                    buffer.Clear();
                }
            }

            await utf8.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Put<T>(JsonForm<T> form, T line, Utf8JsonWriter json, PooledBuffer buffer)
    {
        json.Reset();
        form.Write(json, line);
        json.Flush();
        buffer.GetSpan(1)[0] = (byte)'\n';
        buffer.Advance(1);
    }
}
