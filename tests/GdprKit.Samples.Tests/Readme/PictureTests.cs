using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;

namespace GdprKit.Samples.Readme;

/// <summary>
/// Takes the picture of the README anew. It is kept only where the environment variable <c>GDPRKIT_SCREENSHOT=1</c> asks for it:
/// the letters differ from one machine to the next.
/// </summary>
public sealed class PictureTests(Chromium chromium)
{
    private const string Keep = "GDPRKIT_SCREENSHOT";

    [BrowserFact]
    public async Task The_picture_can_be_taken_of_the_sample_as_it_is()
    {
        var picture = await Picture.TakeAsync(chromium);

        Picture.SizeOf(picture).Should().Be((Picture.Width, Picture.Height));
        picture.Length.Should().BeLessThan(Picture.MaximumBytes);
        if (Environment.GetEnvironmentVariable(Keep) == "1")
        {
            await File.WriteAllBytesAsync(Repository.FullPath(Picture.CommittedPath), picture, TestContext.Current.CancellationToken);
        }
    }
}
