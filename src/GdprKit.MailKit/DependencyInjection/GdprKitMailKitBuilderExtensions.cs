using GdprKit;
using GdprKit.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds mails about privacy notices to GdprKit.</summary>
public static class GdprKitMailKitBuilderExtensions
{
    /// <summary>
    /// Sends mails by SMTP, as a section of the configuration says (<see cref="SmtpOptions"/>); while it has no <c>Host</c>, mails are written into its
    /// <c>Folder</c>, and that is logged when the host starts. A transport used before is replaced.
    /// </summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="section">The section: <c>configuration.GetSection("Smtp")</c>. It is read once.</param>
    public static GdprKitBuilder UseMailKit(this GdprKitBuilder gdpr, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        ArgumentNullException.ThrowIfNull(section);
        gdpr.Services.Configure<SmtpOptions>(section);
        return gdpr.UseTransport();
    }

    /// <summary>As the other overload, with options that are set in code.</summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="configure">Sets the options; after those of a section, where both are used.</param>
    public static GdprKitBuilder UseMailKit(this GdprKitBuilder gdpr, Action<SmtpOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        ArgumentNullException.ThrowIfNull(configure);
        gdpr.Services.Configure(configure);
        return gdpr.UseTransport();
    }

    /// <summary>Writes mails into a folder, one <c>.eml</c> file for each, whatever server is configured before or after. For development and demonstrations.</summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="path">The folder; a relative path starts at the folder of the application (<see cref="AppContext.BaseDirectory"/>).</param>
    public static GdprKitBuilder UseNoticeFolder(this GdprKitBuilder gdpr, string path)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        gdpr.Services.PostConfigure<SmtpOptions>(options => (options.Host, options.Folder) = (null, path));
        return gdpr.UseTransport();
    }

    private static GdprKitBuilder UseTransport(this GdprKitBuilder gdpr)
    {
        gdpr.Services.AddOptionsWithValidateOnStart<SmtpOptions, SmtpOptionsCheck>();
        gdpr.Services.Replace(ServiceDescriptor.Singleton<INoticeTransport>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<SmtpOptions>>().Value;
            var clock = provider.GetRequiredService<IClock>();
            return options.HasServer()
                ? new SmtpNoticeTransport(options, clock, provider.GetService<ILogger<SmtpNoticeTransport>>())
                : new FolderNoticeTransport(options, clock, provider.GetService<ILogger<FolderNoticeTransport>>());
        }));
        gdpr.Services.TryAddSingleton<IBounceReader, DeliveryStatusReader>();
        return gdpr;
    }
}
