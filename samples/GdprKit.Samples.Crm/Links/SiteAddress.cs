using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GdprKit.Samples.Crm.Links;

/// <summary>
/// Where the site is for whoever opens a link in a mail. Never taken from a request: anybody can write any host into one, and would have mails
/// sent whose links lead to them.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration, IServiceProvider services)
{
    /// <summary>The setting that says it, such as <c>--Crm:Address https://shop.example</c>; when empty, where the site listens on this machine.</summary>
    public const string Setting = "Crm:Address";

    /// <summary>Where the site listens when nobody says anything.</summary>
    public const string Default = "http://localhost:5080";

    private static readonly string[] EveryHost = ["+", "*", "0.0.0.0", "[::]"];

    /// <summary>The whole address of a page.</summary>
    /// <param name="path">The path, with a slash before it.</param>
    public string Of(string path) => Base.TrimEnd('/') + path;

    private string Base => configuration[Setting] is { Length: > 0 } configured ? configured : Listening ?? Default;

    private string? Listening
    {
        get
        {
            if (services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } first)
            {
                return null;
            }

            var bound = BindingAddress.Parse(first);
            return $"{bound.Scheme}://{(EveryHost.Contains(bound.Host) ? "localhost" : bound.Host)}:{bound.Port}{bound.PathBase}";
        }
    }
}
