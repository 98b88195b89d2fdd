using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Navigation;
using Microsoft.AspNetCore.RateLimiting;

namespace GdprKit.Samples.Crm.Security;

/// <summary>
/// How often something can be asked in an hour: from one address of the internet, and in all. Only asking is counted: nobody waits to take consent back or to refuse advertising,
/// and who is turned away is told that a mail counts as much.
/// </summary>
/// <remarks>Behind a proxy all visitors have its address: let the host read the true one, with <c>UseForwardedHeaders</c> and the proxies that it trusts.</remarks>
internal static class AskingLimits
{
    /// <summary>The setting for one address; 10 when nobody says anything.</summary>
    public const string FromOneSetting = "Crm:AskingFromOne";

    /// <summary>The setting for all together; 500 when nobody says anything.</summary>
    public const string InAllSetting = "Crm:AskingInAll";

    private const int NetworkOfAHome = 8;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public static void AddAskingLimits(this IServiceCollection services) => services.AddRateLimiter(static _ => { }).AddOptions<RateLimiterOptions>().Configure<IConfiguration>((options, configuration) =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = static (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            Limit(AddressOf, configuration.GetValue(FromOneSetting, 10)),
            Limit(static _ => "all", configuration.GetValue(InAllSetting, 500)));
    });

    private static PartitionedRateLimiter<HttpContext> Limit(Func<HttpContext, string> partition, int most) => PartitionedRateLimiter.Create<HttpContext, string>(context => IsAsking(context.Request)
        ? RateLimitPartition.GetFixedWindowLimiter(partition(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window, QueueLimit = 0 })
        : RateLimitPartition.GetNoLimiter(""));

    private static bool IsAsking(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && (request.Path.StartsWithSegments(Menu.PublicRights, StringComparison.OrdinalIgnoreCase)
            || (request.Path.StartsWithSegments(PrivacyCentre.Path, StringComparison.OrdinalIgnoreCase) && string.Equals(request.Query["handler"], "Ask", StringComparison.OrdinalIgnoreCase)));

    // Whoever has an address of version 6 has a whole network of them.
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => new IPAddress([.. address.GetAddressBytes().Take(NetworkOfAHome), 0, 0, 0, 0, 0, 0, 0, 0]).ToString(),
        { } address => address.MapToIPv4().ToString(),
        _ => "",
    };
}
