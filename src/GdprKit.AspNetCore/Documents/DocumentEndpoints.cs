using GdprKit.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GdprKit;

/// <summary>Serves the style sheet of documents, for hosts that show a document inside a page of their own.</summary>
internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapMethods("document.css", [HttpMethods.Get, HttpMethods.Head], StyleSheet)
            .WithMetadata(new AllowAnonymousAttribute())
            .WithDisplayName("GdprKit style sheet");

    private static Task StyleSheet(HttpContext context) => DocumentResponse.WriteAsync(context, DocumentStyle.Css, "text/css; charset=utf-8");
}
