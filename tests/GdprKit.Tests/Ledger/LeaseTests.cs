using CsCheck;
using NodaTime;

namespace GdprKit.Ledger;

public sealed class LeaseTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private static readonly Duration Minute = Duration.FromMinutes(1);

    private static readonly LeaseName Name = LeaseName.Parse("retention.run");

    private static readonly Guid[] Holders = [new("00000000-0000-0000-0000-00000000000a"), new("00000000-0000-0000-0000-00000000000b"), new("00000000-0000-0000-0000-00000000000c")];

    [Fact]
    public void A_free_lease_is_given_with_number_1()
    {
        var request = LeaseRequest.Take(Name, Holders[0], Start, Minute);

        request.Apply(null).Should().Be(new Lease { Fence = new(Name, 1), Holder = Holders[0], TakenBy = request.Id, ExpiresAt = Start + Minute });
    }

    [Fact]
    public void A_request_whose_answer_was_lost_gets_the_lease_as_it_stands_until_somebody_else_has_it()
    {
        var request = LeaseRequest.Take(Name, Holders[0], Start, Minute);
        var renewed = LeaseRequest.Renew(request.Apply(null)!, Start, 2 * Minute, Utf8("row 7")).Apply(request.Apply(null))!;

        request.Apply(renewed).Should().Be(renewed);
        request.Apply(LeaseRequest.Take(Name, Holders[1], Start + (2 * Minute), Minute).Apply(renewed)).Should().BeNull();
    }

    [Fact]
    public void A_lease_that_stands_is_nobody_else_s_until_the_instant_it_expires()
    {
        var lease = Taken();

        LeaseRequest.Take(Name, Holders[1], Start + Minute - LedgerTime.Step, Minute).Apply(lease).Should().BeNull();
        LeaseRequest.Take(Name, Holders[1], Start + Minute, Minute).Apply(lease)!.Fence.Number.Should().Be(2);
    }

    [Fact]
    public void The_same_holder_does_not_take_twice_what_it_holds() =>
        LeaseRequest.Take(Name, Holders[0], Start, Minute).Apply(Taken()).Should().BeNull("two of its workers would work at once");

    [Fact]
    public void Renewing_keeps_the_number_also_when_it_comes_late_and_nobody_took_it()
    {
        var renewed = LeaseRequest.Renew(Taken(), Start + (5 * Minute), Minute, Utf8("row 7")).Apply(Taken())!;

        renewed.Fence.Number.Should().Be(1);
        renewed.ExpiresAt.Should().Be(Start + (6 * Minute));
        renewed.ProgressText.Should().Be("row 7");
        LeaseRequest.Renew(renewed, Start + (5 * Minute), Minute).Apply(renewed)!.ProgressText.Should().Be("row 7", "progress that is not given is left");
    }

    [Fact]
    public void A_lease_that_is_given_back_is_free_at_once_and_keeps_only_the_progress_left_in_it()
    {
        var worked = LeaseRequest.Renew(Taken(), Start, Minute, Utf8("row 7")).Apply(Taken())!;

        var interrupted = LeaseRequest.Release(worked, Start, worked.Progress).Apply(worked)!;
        var done = LeaseRequest.Release(worked, Start).Apply(worked)!;

        LeaseRequest.Take(Name, Holders[1], Start, Minute).Apply(interrupted)!.ProgressText.Should().Be("row 7");
        LeaseRequest.Take(Name, Holders[1], Start, Minute).Apply(done)!.ProgressText.Should().BeEmpty();
    }

    [Fact]
    public void A_lease_that_is_given_back_by_a_clock_that_is_ahead_is_free_by_every_other_clock()
    {
        var released = LeaseRequest.Release(Taken(), Start + (10 * Minute)).Apply(Taken())!;

        LeaseRequest.Take(Name, Holders[1], Start - (5 * Minute), Minute).Apply(released)!.Fence.Number.Should().Be(2);
    }

    [Fact]
    public void Renewing_by_a_clock_that_is_behind_takes_no_time_away() =>
        LeaseRequest.Renew(Taken(), Start - (5 * Minute), Minute).Apply(Taken())!.ExpiresAt.Should().Be(Start + Minute);

    /// <summary>Whatever is asked by whom and when: at one number there is one holder, numbers rise, and who was overtaken gets nothing any more.</summary>
    [Fact]
    public void No_history_gives_one_number_to_two_holders() =>
        Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Int[-30, 90], Gen.Int[0, 90]).Array[1, 40].Sample(history =>
        {
            Lease? standing = null;
            var now = Start;
            var held = new Dictionary<Guid, Lease>();
            var holderOf = new Dictionary<long, Guid>();
            foreach (var (index, renews, advance, seconds) in history)
            {
                // The clocks of instances differ: time also goes back.
                now += Duration.FromSeconds(advance);
                var holder = Holders[index];
                if (renews && !held.ContainsKey(holder))
                {
                    continue;
                }

                var request = renews
                    ? LeaseRequest.Renew(held[holder], now, Duration.FromSeconds(seconds))
                    : LeaseRequest.Take(Name, holder, now, Duration.FromSeconds(seconds));
                if (request.Apply(standing) is not { } lease)
                {
                    continue;
                }

                lease.Fence.Number.Should().BeGreaterThanOrEqualTo(standing?.Fence.Number ?? 1);
                holderOf.GetValueOrDefault(lease.Fence.Number, holder).Should().Be(holder);
                (renews && held[holder].Fence != standing!.Fence).Should().BeFalse("the lease was lost");
                holderOf[lease.Fence.Number] = holder;
                held[holder] = lease;
                standing = lease;
            }
        });

    [Fact]
    public void A_lease_that_ends_later_than_any_that_is_taken_now_is_free()
    {
        var lease = LeaseRequest.Take(Name, Holders[0], Start, LeaseRequest.Longest).Apply(null)!;
        var behind = Start + LeaseRequest.Longest - Duration.FromHours(7);

        LeaseRequest.Take(Name, Holders[1], Start, Minute).Apply(lease).Should().BeNull("it can have been taken for that long right now");
        LeaseRequest.Take(Name, Holders[1], behind, Minute).Apply(lease).Should().BeNull("clocks may differ by an hour");
        LeaseRequest.Take(Name, Holders[1], behind - LedgerTime.Step, Minute).Apply(lease)!.Fence.Number.Should().Be(2);
    }

    [Fact]
    public void A_request_without_a_name_a_holder_or_for_less_than_no_time_or_too_long_is_refused()
    {
        Action[] malformed =
        [
            () => LeaseRequest.Take(default, Holders[0], Start, Minute),
            () => LeaseRequest.Take(Name, Guid.Empty, Start, Minute),
            () => LeaseRequest.Take(Name, Holders[0], Start, -Minute),
            () => LeaseRequest.Take(Name, Holders[0], Start, LeaseRequest.Longest + LedgerTime.Step),
            () => LeaseRequest.Renew(Taken(), Start, Minute, Utf8(new string('x', LedgerLimits.ProgressBytes + 1))),
        ];

        malformed.Should().AllSatisfy(asking => asking.Should().Throw<ArgumentException>().WithMessage("GDPR1124: *"));
    }

    [Fact]
    public void The_text_of_a_lease_withholds_its_progress() =>
        (Taken() with { Progress = Utf8("ann@example.nl") }).ToString().Should().Be("retention.run, number 1");

    private static Lease Taken() => LeaseRequest.Take(Name, Holders[0], Start, Minute).Apply(null)!;

    private static ValueList<byte> Utf8(string text) => [.. System.Text.Encoding.UTF8.GetBytes(text)];
}
