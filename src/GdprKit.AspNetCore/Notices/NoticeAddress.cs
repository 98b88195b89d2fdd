using GdprKit.Documents;
using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>Where the notice at hand stands, so that it can point to its translations.</summary>
/// <param name="Root">The path of the notice without its language.</param>
/// <param name="People">Whose notice it is, where they have their own.</param>
/// <param name="Format">The ending of the path, where it has one.</param>
internal sealed record NoticeAddress(string Root, string? People, string? Format)
{
    public static NoticeAddress Of(HttpRequest request)
    {
        var values = request.RouteValues;
        var people = values["people"] as string;
        var path = $"{request.PathBase}{request.Path.Value?.TrimEnd('/')}";
        for (var segments = people is null ? 1 : 2; segments > 0; segments--)
        {
            path = path[..path.LastIndexOf('/')];
        }

        return new NoticeAddress(path, people, values["format"] as string);
    }

    public DocumentTranslation In(Language language) =>
        new(language, $"{Root}/{language}{(People is null ? "" : $"/{People}")}{(Format is null ? "" : $".{Format}")}");
}
