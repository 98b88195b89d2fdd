using Microsoft.Playwright;

namespace GdprKit.Samples.Requests;

internal static class Pictures
{
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PAGES_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '-')) + ".png"), FullPage = true });
        }
    }
}
