using NodaTime;

namespace GdprKit;

public sealed class BackupFaultTests
{
    [Fact]
    public void No_backups_at_all_warns() =>
        Judgement.With(register => register with { Backups = [] }).Should().Equal(
            "warning GDPR4190 /backups: No backups are declared, so nobody can say when deleted data are gone from the last one. Call Backup(key, …), or write 'backups' in the register file.");

    [Fact]
    public void An_empty_schedule_lacks_everything_at_once() =>
        Judgement.Besides(register => register.Backup(new("weekly"), backup => { })).Should().Equal(
            "GDPR4165 /backups/weekly/interval: The interval of the backups 'weekly' is zero. Use a day or longer.",
            "GDPR4108 /backups/weekly/name: The name of the backups 'weekly' is missing. Call Name(nl, en), or write 'name' in the register file.",
            "GDPR4191 /backups/weekly/rotation: Nothing says when a backup is overwritten. Call KeptFor(period), LastKept(count) or GrandfatherFatherSon(…), or write 'rotation' in the register file.");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_rotation_keeps_a_backup(int count)
    {
        Rotation(new BackupRotation.KeepLast(count)).Should().Equal(
            "GDPR4192 /backups/nightly/rotation/keepLast: The rotation keeps no backup, or a negative number of them. Keep at least one.");
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(-1, 4, 12, 1)]
    [InlineData(7, -1, 12, 1)]
    [InlineData(7, 4, -1, 1)]
    [InlineData(7, 4, 12, -1)]
    public void Generations_keep_a_backup(int daily, int weekly, int monthly, int yearly)
    {
        Rotation(new BackupRotation.GrandfatherFatherSon(daily, weekly, monthly, yearly)).Should().Equal(
            "GDPR4192 /backups/nightly/rotation/grandfatherFatherSon: The rotation keeps no backup, or a negative number of them. Keep at least one.");
    }

    [Fact]
    public void A_rotation_ends_within_a_life_or_two()
    {
        Rotation(new BackupRotation.KeepLast(int.MaxValue)).Should().Equal(
            "GDPR4168 /backups/nightly/rotation/keepLast: The period for which the backups 'nightly' are kept is longer than 200 years. Shorten it; data that are kept without end are declared with Indefinitely(reason) or 'indefinitely'.");
        Rotation(new BackupRotation.GrandfatherFatherSon(0, 0, 0, 201)).Should().ContainSingle().Which.Should().StartWith("GDPR4168 /backups/nightly/rotation/grandfatherFatherSon: ");
    }

    [Fact]
    public void Data_are_gone_an_interval_and_a_rotation_after_they_were_erased()
    {
        Gone(Period.FromDays(1), new BackupRotation.KeepFor(Period.FromMonths(3))).Should().Be(Period.FromMonths(3) + Period.FromDays(1));
        Gone(Period.FromWeeks(1), new BackupRotation.KeepLast(4)).Should().Be(Period.FromWeeks(5));
        Gone(Period.FromMonths(1), new BackupRotation.KeepLast(12)).Should().Be(Period.FromMonths(13));
        Gone(Period.FromDays(1), new BackupRotation.GrandfatherFatherSon(7, 4, 12, 0)).Should().Be(Period.FromMonths(12) + Period.FromDays(1));
        Gone(Period.FromDays(1), new BackupRotation.GrandfatherFatherSon(30, 5, 1, 0)).Should().Be(Period.FromDays(1) + Period.FromWeeks(5));
        Gone(Period.FromDays(1), new BackupRotation.GrandfatherFatherSon(31, 0, 1, 0)).Should().Be(Period.FromDays(32));
    }

    [Fact]
    public void Of_a_month_and_thirty_days_either_can_be_longest()
    {
        LongestPeriod.AllOf([Period.FromMonths(1), Period.FromDays(30), Period.FromDays(7)]).Should().Equal(Period.FromMonths(1), Period.FromDays(30));
        LongestPeriod.AllOf([Period.FromDays(7), Period.FromMonths(1), Period.FromDays(31)]).Should().Equal(Period.FromDays(31));
        LongestPeriod.AllOf([Period.FromYears(1), Period.FromMonths(12)]).Should().Equal(Period.FromYears(1));
        LongestPeriod.Of([Period.FromDays(30), Period.FromMonths(1)]).Should().Be(Period.FromMonths(1));
    }

    private static Period Gone(Period interval, BackupRotation rotation) =>
        new BackupSchedule { Key = new("set"), Name = LocalizedText.Empty, Interval = interval, Rotation = rotation }.GoneAfterAtMost;

    private static IReadOnlyList<string> Rotation(BackupRotation rotation) => Judgement.With(register => register.Backup(backup => backup with { Rotation = rotation }));
}
