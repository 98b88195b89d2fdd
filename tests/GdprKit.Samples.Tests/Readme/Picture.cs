using System.Buffers.Binary;
using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using NodaTime;

namespace GdprKit.Samples.Readme;

/// <summary>The picture of the README: what would go from the sample on a day, and beside it its privacy notice on the phone of a customer.</summary>
internal static class Picture
{
    public const string CommittedPath = "samples/GdprKit.Samples.Crm/screenshot.png";

    public const int Width = 1280;

    public const int Height = 800;

    public const int MaximumBytes = 300 * 1024;

    /// <summary>A day on which the sample has something to show.</summary>
    private static readonly Instant Day = Instant.FromUtc(2027, 3, 1, 10, 0);

    public static async Task<byte[]> TakeAsync(Chromium chromium)
    {
        await using var application = new CrmApplication();
        await application.InitializeAsync();
        application.Clock.Reset(Day);
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        var desktop = new WindowOptions { Width = 1140, Height = 900, Language = "en", Cookies = manager.Cookies };
        var phone = new WindowOptions { Width = 390, Height = 720, Language = "en" };
        var crm = await ShootAsync(chromium, desktop, $"{application.Address}/gdpr/cleanup");
        var notice = await ShootAsync(chromium, phone, $"{application.Address}/privacy/en#activity-invoicing");

        await using var window = await chromium.OpenAsync(new WindowOptions { Width = Width, Height = Height });
        await window.Page.SetContentAsync(
            $$"""
            <!DOCTYPE html>
            <style>
              body { margin: 0; height: {{Height}}px; display: flex; align-items: center; justify-content: space-evenly; background: #cfdcdc; }
              img { border-radius: 10px; box-shadow: 0 6px 24px rgb(14 45 50 / .3); }
              img:first-of-type { width: 810px; }
            </style>
            <img src="{{crm}}"><img src="{{notice}}">
            """);
        return await window.Page.ScreenshotAsync();
    }

    /// <summary>Width and height as a PNG states them: each four bytes, in its first chunk.</summary>
    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));

    private static async Task<string> ShootAsync(Chromium chromium, WindowOptions options, string address)
    {
        await using var window = await chromium.OpenAsync(options);
        await window.GoToAsync(address);
        return $"data:image/png;base64,{Convert.ToBase64String(await window.Page.ScreenshotAsync())}";
    }
}
