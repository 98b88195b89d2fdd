using GdprKit;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Shows a new privacy notice to people who are signed in, at their next visit.</summary>
public static class NoticeGateApplicationBuilderExtensions
{
    /// <summary>
    /// Leads who is signed in, and was not told of the version of the notice that holds, from the page that they open to that version: with what is new, a button "I
    /// have read it", which is recorded, and a button "later". Both lead on; nothing depends on it, and it is no consent.
    /// </summary>
    /// <remarks>
    /// Call it after authentication, and after <c>UseRouting</c> where that is called. It stands only before pages that a person opens: a GET of an endpoint that asks for
    /// HTML. Never before forms that are sent, files, <c>/api</c>, requests of scripts, pages that anybody may open (as the one to sign in), endpoints
    /// <c>WithoutNoticeGate()</c>, people whom the host does not name or who keep no cookies, and while the ledger does not answer.
    /// </remarks>
    /// <param name="app">The application.</param>
    /// <exception cref="InvalidOperationException">GDPR4560: <c>gdpr.UseNoticeGate()</c> was not called, or nothing says whom a request is about.</exception>
    public static IApplicationBuilder UseNoticeGate(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.ApplicationServices.GetService<IServiceProviderIsService>() is { } services && (!services.IsService(typeof(NoticeGate)) || !services.IsService(typeof(CurrentSubject)))
            ? throw new InvalidOperationException($"{WebMessages.GateIncomplete}: the gate of the notice is used, and its services are missing. Call gdpr.UseNoticeGate() and gdpr.UseSubject(http => …) inside AddGdprKit.")
            : app.UseMiddleware<NoticeGateMiddleware>();
    }

    /// <summary>Says that the gate of the notice never stands before these endpoints.</summary>
    /// <typeparam name="TBuilder">The type of the endpoints.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <returns>The endpoints.</returns>
    public static TBuilder WithoutNoticeGate<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(endpoint => endpoint.Metadata.Add(new WithoutNoticeGateAttribute()));
        return builder;
    }
}
