using System.Reflection;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>A replay is interrupted at every call of the ledger and of its mirror, and asked for again.</summary>
public sealed class InterruptedReplayTests() : RestoredWorkshop(new SqliteClubhouse())
{
    private readonly Interruptions _interruptions = new();

    [Fact]
    public async Task Interrupted_anywhere_the_next_call_comes_to_the_same()
    {
        await PutAsync(clients: 3);
        await LinkAsync(First);
        await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(Second, RestrictionGround.NeededForClaims, cancellationToken: Token));
        await PumpAsync();
        var backup = await BackUpAsync();
        await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(Second, RestrictionGround.AccuracyContested, cancellationToken: Token));
        await ErasedAsync(First);
        await RestoreAsync(backup);

        // Written to on both sides, so that something has to make room.
        await HandleAsync<IServiceProvider, int>(async services =>
        {
            var streams = new LedgerStreams(services.GetRequiredService<ILedgerStore>(), Clock);
            await new Restrictions(streams, services.GetRequiredService<ISubjectDirectory>(), Clock).PlaceAsync(Second, RestrictionGround.ObjectionPending, cancellationToken: Token);
            await new LedgerSequencer(services.GetRequiredService<ILedgerStore>(), services.GetRequiredService<ILedgerLog>(), Clock).PumpAsync(Token);
            return 0;
        });
        var diverged = await BackUpAsync();
        var inbox = await InboxAsync();

        var interrupted = 0;
        for (var calls = 0; ; calls++)
        {
            await RestoreAsync(diverged);
            (await InboxAsync()).Should().Equal(inbox, "the mirror is as it was");
            Clock.AdvanceMinutes(11);
            var isWhole = await TryAsync(calls);
            interrupted += isWhole ? 0 : 1;
            Clock.AdvanceMinutes(11);
            var report = await ReplayAsync();
            report.IsFinished.Should().BeTrue();

            (await EmailsAsync())
                .Should().Equal(new[] { null, "somebody@example.nl", "somebody@example.nl" }, $"it was interrupted at call {calls}");
            (await HandleAsync<Restrictions, Restriction?>(restrictions => restrictions.FindAsync(Second, cancellationToken: Token)))!.Grounds
                .Should().BeEquivalentTo([RestrictionGround.NeededForClaims, RestrictionGround.AccuracyContested, RestrictionGround.ObjectionPending]);
            (await HandleAsync<LedgerSequencer, MirrorStanding>(sequencer => sequencer.CompareAsync(Token))).State.Should().Be(MirrorState.Level);
            (await HandleAsync<LedgerVerification, VerificationReport>(verification => verification.VerifyAsync(cancellationToken: Token))).Findings.Should().BeEmpty();
            (await RestoresAsync()).Should().NotContain(restore => restore.Status == DatabaseRestoreStatus.Replaying);
            if (isWhole)
            {
                break;
            }
        }

        interrupted.Should().BeGreaterThan(10, "it writes more often than that");
    }

    protected override void Configure(GdprKitBuilder gdpr)
    {
        base.Configure(gdpr);
        _interruptions.Register(gdpr.Services);
    }

    private async Task<bool> TryAsync(int calls)
    {
        _interruptions.Left = calls;
        try
        {
            await ReplayAsync();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        finally
        {
            _interruptions.Left = null;
        }
    }

    private Task<List<EntryId>> InboxAsync() => HandleAsync<ILedgerMirror, List<EntryId>>(mirror => mirror.ReadInboxAsync(Token).Select(item => item.Id).ToListAsync(Token));

    /// <summary>Counts the calls of a ledger, its order and its mirror that change something, and fails from one of them on: half of the times after it was done.</summary>
    private sealed class Interruptions
    {
        public int? Left { get; set; }

        public void Register(IServiceCollection services)
        {
            foreach (var type in new[] { typeof(ILedgerStore), typeof(ILedgerLog), typeof(ILedgerMirror) })
            {
                var known = services.Last(service => service.ServiceType == type);
                services.Remove(known);
                services.Add(new ServiceDescriptor(type, provider => Proxy.Over(type, Make(provider, known), this), known.Lifetime));
            }
        }

        private static object Make(IServiceProvider provider, ServiceDescriptor descriptor) =>
            descriptor.ImplementationFactory?.Invoke(provider) ?? descriptor.ImplementationInstance ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!);

        private bool IsNow(string name)
        {
            if (Left is not { } left || !(name.StartsWith("Append", StringComparison.Ordinal) || name.StartsWith("Commit", StringComparison.Ordinal) || name is "AcceptAsync" or "RemoveFromInboxAsync" or "SetAsideAsync" or "GiveUpPositionsAsync" or "AddExpiredAsync" or "ForgetDetailsAsync"))
            {
                return false;
            }

            Left = left - 1;
            return left <= 0;
        }

#pragma warning disable CA1852 // A proxy is derived from at run time.
        private class Proxy : DispatchProxy
#pragma warning restore CA1852
        {
            private object _inner = null!;
            private Interruptions _interruptions = null!;

            public static object Over(Type type, object inner, Interruptions interruptions)
            {
                var proxy = (Proxy)Create(type, typeof(Proxy));
                (proxy._inner, proxy._interruptions) = (inner, interruptions);
                return proxy;
            }

            protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
            {
                var isNow = _interruptions.IsNow(targetMethod!.Name);
                if (isNow && _interruptions.Left % 2 == 0)
                {
                    throw new IOException("Interrupted on purpose.");
                }

                var answer = targetMethod.Invoke(_inner, args);
                if (isNow)
                {
                    Wait(answer);
                    throw new IOException("Interrupted on purpose, after it was done.");
                }

                return answer;
            }

            private static void Wait(object? answer)
            {
                if (answer?.GetType().GetMethod("AsTask")?.Invoke(answer, null) is Task task)
                {
                    task.GetAwaiter().GetResult();
                }
            }
        }
    }
}
