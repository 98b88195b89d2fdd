using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What every suite of <see cref="IExportVault"/> has in common. Derive each suite once per fixture:
/// <c>public sealed class VaultTests(MyFixture fixture) : VaultSuite&lt;MyFixture&gt;(fixture);</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class ExportVaultSuite<TFixture> : IClassFixture<TFixture>, IAsyncLifetime
    where TFixture : ExportVaultFixture
{
    private readonly List<EntryId> _exports = [];

    private protected ExportVaultSuite(TFixture fixture) => Fixture = fixture;

    private protected TFixture Fixture { get; }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected static Instant Now { get; } = Instant.FromUtc(2026, 11, 26, 9, 30);

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Removes the files of this test, so that the next one counts its own.</summary>
    public async ValueTask DisposeAsync()
    {
        var vault = await Fixture.OpenAsync(Token);
        foreach (var export in _exports)
        {
            await vault.RemoveAsync(export, Token);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>An id that no other test uses.</summary>
    private protected EntryId Export()
    {
        var export = EntryId.New(Now);
        _exports.Add(export);
        return export;
    }

    /// <summary>Writes a file with another instance than the one that reads it.</summary>
    private protected async Task<EntryId> WriteAsync(byte[] content, Instant? until = null)
    {
        var export = Export();
        var vault = await Fixture.OpenAsync(Token);
        await using var file = await vault.CreateAsync(export, until ?? Now + Duration.FromDays(14), Token);
        await file.WriteAsync(content, Token);
        return export;
    }

    /// <summary>What is there; <see langword="null"/> when nothing is.</summary>
    private protected async Task<byte[]?> ReadAsync(EntryId export)
    {
        var vault = await Fixture.OpenAsync(Token);
        if (await vault.OpenAsync(export, Token) is not { } file)
        {
            return null;
        }

        await using (file)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, Token);
            return content.ToArray();
        }
    }

    private protected static string Told(byte[]? content) => content is null ? "nothing" : $"{content.Length} bytes, {Digest.Of(content)}";
}
