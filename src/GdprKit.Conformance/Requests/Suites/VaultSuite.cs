using System.Security.Cryptography;
using GdprKit.Ledger;
using NodaTime;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Exports are found again whole, until their time is over.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class VaultSuite<TFixture>(TFixture fixture) : ExportVaultSuite<TFixture>(fixture)
    where TFixture : ExportVaultFixture
{
    /// <summary>What was written and is closed is read again, byte for byte, by any instance.</summary>
    /// <param name="bytes">How much.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_000)]
    public async Task Gives_back_what_was_written(int bytes)
    {
        var content = RandomNumberGenerator.GetBytes(bytes);
        var other = await WriteAsync([1, 2, 3]);
        var export = await WriteAsync(content);

        Promise.IsEqual(Told(content), Told(await ReadAsync(export)), "What was written and is closed is found again, whole.", $"OpenAsync of a file of {bytes} bytes");
        Promise.IsEqual(Told([1, 2, 3]), Told(await ReadAsync(other)), "Each file is one of its own.", "OpenAsync of the file that was written before");
    }

    /// <summary>Of an export that was never there, nothing is given.</summary>
    [Fact]
    public async Task Knows_nothing_that_was_never_there()
    {
        await WriteAsync([1, 2, 3]);

        Promise.IsEqual(Told(null), Told(await ReadAsync(EntryId.New(Now))), "What is not there is null, and no fault.", "OpenAsync of an export that nobody wrote");
    }

    /// <summary>A file that was removed is gone; removing it again is no fault; others stay.</summary>
    [Fact]
    public async Task Removes_one_file_and_no_other()
    {
        var (first, second) = (await WriteAsync([1]), await WriteAsync([2]));
        var vault = await Fixture.OpenAsync(Token);

        await vault.RemoveAsync(first, Token);
        await vault.RemoveAsync(first, Token);
        await vault.RemoveAsync(EntryId.New(Now), Token);

        Promise.IsEqual(Told(null), Told(await ReadAsync(first)), "What was removed is gone.", "OpenAsync after RemoveAsync");
        Promise.IsEqual(Told([2]), Told(await ReadAsync(second)), "No other file goes.", "OpenAsync of another file after RemoveAsync");
    }

    /// <summary>Files go whose time is over, at that instant and not before it, and are counted.</summary>
    [Fact]
    public async Task Removes_what_is_due_and_nothing_else()
    {
        var (over, now, later) = (await WriteAsync([1], Now - Duration.FromDays(1)), await WriteAsync([2], Now), await WriteAsync([3], Now + Duration.FromSeconds(1)));
        var vault = await Fixture.OpenAsync(Token);

        var counts = $"{await vault.RemoveDueAsync(Now, Token)}, {await vault.RemoveDueAsync(Now, Token)}";

        Promise.IsEqual("2, 0", counts, "Each file that went is counted once.", "RemoveDueAsync twice, with two files whose time is over");
        Promise.IsEqual($"{Told(null)}; {Told(null)}; {Told([3])}", $"{Told(await ReadAsync(over))}; {Told(await ReadAsync(now))}; {Told(await ReadAsync(later))}",
            "A file goes at the instant until which it is kept, and not before.", "OpenAsync of files that were kept until yesterday, now, and a second later");
    }

    /// <summary>Several write, read and remove at once, and each finds its own.</summary>
    [Fact]
    public async Task Several_use_it_at_once()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 16).Select(async number =>
        {
            var content = RandomNumberGenerator.GetBytes(10_000 + number);
            var export = await WriteAsync(content);
            var isThere = Told(content) == Told(await ReadAsync(export));
            await (await Fixture.OpenAsync(Token)).RemoveAsync(export, Token);
            return isThere && await ReadAsync(export) is null;
        }));

        Promise.IsEqual(16, found.Count(isSound => isSound), "It is used by several threads and instances.", "16 at once, each writing, reading and removing a file of its own");
    }

    /// <summary>Who is cancelled stops, and nothing was done.</summary>
    [Fact]
    public async Task Stops_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var there = await WriteAsync([1], Now - Duration.FromDays(1));
        var vault = await Fixture.OpenAsync(Token);
        const string Sentence = "Whoever is cancelled stops.";

        var never = Export();
        await Promise.ThrowsAsync<OperationCanceledException>(async () => await (await vault.CreateAsync(never, Now, cancelled.Token)).DisposeAsync(), Sentence, "CreateAsync");
        await Promise.ThrowsAsync<OperationCanceledException>(async () => await vault.OpenAsync(there, cancelled.Token), Sentence, "OpenAsync");
        await Promise.ThrowsAsync<OperationCanceledException>(() => vault.RemoveAsync(there, cancelled.Token), Sentence, "RemoveAsync");
        await Promise.ThrowsAsync<OperationCanceledException>(async () => await vault.RemoveDueAsync(Now, cancelled.Token), Sentence, "RemoveDueAsync");
        Promise.IsEqual($"{Told(null)}; {Told([1])}", $"{Told(await ReadAsync(never))}; {Told(await ReadAsync(there))}", "Nothing was done.", "OpenAsync afterwards");
    }
}
