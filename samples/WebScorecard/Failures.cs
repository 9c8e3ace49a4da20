using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using WebScorecard.Pages;

namespace WebScorecard;

/// <summary>What is answered when nothing else can be: a page in their language to people, problem details to programs.</summary>
internal static class Failures
{
    public static void UseFailures(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = AnswerAsync,
            // A visitor's mistake is nothing to look into.
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext));
        app.Use((context, next) =>
        {
            if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null)
            {
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return Task.CompletedTask;
            }

            return next(context);
        });
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var mistake = context.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException;
        var status = mistake?.StatusCode ?? context.Response.StatusCode;
        IResult answer = IsForPeople(context.Request)
            ? new RazorComponentResult<FailurePage>(new { Status = status, Detail = mistake?.Message }) { StatusCode = status }
            : Results.Problem(mistake?.Message, statusCode: status);
        return answer.ExecuteAsync(context);
    }

    private static bool IsForPeople(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");
}
