using System.Security.Cryptography;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What is held of a person as files is handed out whole. For a source that has any.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class DataSourceFileSuite<TFixture>(TFixture fixture) : PersonalDataSourceSuite<TFixture>(fixture)
    where TFixture : PersonalDataSourceFixture, IFileSourceFixture
{
    /// <summary>Files are handed out whole, byte for byte.</summary>
    [Fact]
    public async Task Hands_out_files_whole()
    {
        var person = One("a");
        byte[][] contents = [RandomNumberGenerator.GetBytes(100_000), []];
        foreach (var content in contents)
        {
            await Fixture.AddFileAsync(person, content, Token);
        }

        await Fixture.AddFileAsync(One("A"), [1], Token);
        var digests = new List<string>();
        await foreach (var file in (await Fixture.OpenAsync(Token)).ReadFilesAsync(person, Token))
        {
            await using var stream = await file.OpenAsync(Token);
            using var read = new MemoryStream();
            await stream.CopyToAsync(read, Token);
            digests.Add($"{Digest.Of(read.ToArray())}");
        }

        Promise.AreEqual(contents.Select(content => $"{Digest.Of(content)}"), digests, "Every file of the person, whole.", "ReadFilesAsync");
    }
}
