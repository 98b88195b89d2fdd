using GdprKit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Lets an application say that it abides by Global Privacy Control.</summary>
public static class GlobalPrivacyControlEndpointRouteBuilderExtensions
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Serves <c>/.well-known/gpc.json</c> to everybody. It is a promise to visitors that whoever sends <c>Sec-GPC: 1</c> has no data sold
    /// or shared, so it is never served unasked: call it when the application keeps that promise.
    /// </summary>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="since">The day on which the promise was made or last changed.</param>
    /// <returns>A builder that applies conventions to this resource.</returns>
    public static IEndpointConventionBuilder MapGlobalPrivacyControl(this IEndpointRouteBuilder endpoints, LocalDate since)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var said = new GlobalPrivacyControlSupport(true, since).Write();
        return endpoints
            .MapMethods(GlobalPrivacyControlSupport.Path, Methods, context => ServeAsync(context, said))
            .WithMetadata(new AllowAnonymousAttribute())
            .WithDisplayName("Global Privacy Control");
    }

    private static Task ServeAsync(HttpContext context, byte[] said)
    {
        context.Response.ContentType = GlobalPrivacyControlSupport.MediaType;
        context.Response.ContentLength = said.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(said, context.RequestAborted).AsTask();
    }
}
