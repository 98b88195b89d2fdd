using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class KeyFaultTests
{
    [Fact]
    public void A_default_key_names_nothing() =>
        Judgement.Besides(register => register.People(default, "leden", "members")).Should().Equal(
            "GDPR4113 /people: The key of a kind of people is missing. Make it with Parse, for example 'email-address'; default is no key.",
            "warning GDPR4119 /people/: No activity uses this kind of people. Add it to an activity, or remove it.");

    [Fact]
    public void A_default_key_refers_to_nothing() =>
        Judgement.With(register => register.Activity(Orders, activity => activity with { Recipients = [default] })).Should().Equal(
            "GDPR4113 /activities/orders/recipients/0: The key of a recipient is missing. Make it with Parse, for example 'email-address'; default is no key.");

    [Fact]
    public void Keys_of_own_records_are_refused_to_a_host()
    {
        Judgement.Besides(register => register.Backup(new("gdprkit-backup"), backup => backup.Name("back-up", "backup").Every(Period.FromDays(1)).LastKept(3))).Should().Equal(
            "GDPR4114 /backups/gdprkit-backup: The key of this backup schedule begins with 'gdprkit-', which is kept for GdprKit's own records. Give it another key.");
        Judgement.With(register => register.Rule(Orders, rule => rule with { Key = new("gdprkit-evidence") })).Should().Equal(
            "GDPR4114 /activities/orders/retention/gdprkit-evidence: The key of this retention rule begins with 'gdprkit-', which is kept for GdprKit's own records. Give it another key.");
    }

    [Fact]
    public void Every_kind_of_declaration_has_keys_of_its_own() =>
        Judgement.With(register => register with
        {
            People = Doubled(register.People),
            Categories = Doubled(register.Categories),
            Events = Doubled(register.Events),
            Recipients = Doubled(register.Recipients),
            Backups = Doubled(register.Backups),
        }).Should().Equal(
            "GDPR4115 /backups/nightly: The backup schedule 'nightly' is declared twice. Keep one of them, or give the other a key of its own.",
            "GDPR4115 /categories/citizen-number: The category 'citizen-number' is declared twice. Keep one of them, or give the other a key of its own.",
            "GDPR4115 /events/employment-ended: The event 'employment-ended' is declared twice. Keep one of them, or give the other a key of its own.",
            "GDPR4115 /people/customers: The kind of people 'customers' is declared twice. Keep one of them, or give the other a key of its own.",
            "GDPR4115 /recipients/mail-program: The recipient 'mail-program' is declared twice. Keep one of them, or give the other a key of its own.");

    [Fact]
    public void Activities_have_keys_of_their_own() =>
        Judgement.With(register => register with { Activities = Doubled(register.Activities) }).Should().Equal(
            "GDPR4115 /activities/claims: The activity 'claims' is declared twice. Keep one of them, or give the other a key of its own.",
            "GDPR4115 /activities/claims/retention/claims: The retention rule 'claims' is declared twice, first by the activity 'claims'. Give each rule a key of its own, with Keep(key, …) or as a property of 'retention' in the register file.");

    [Fact]
    public void The_key_of_a_retention_rule_is_unique_in_the_register() =>
        Judgement.With(register => register.Rule(Orders, rule => rule with { Key = StaffFile })).Should().Equal(
            "GDPR4115 /activities/staff/retention/staff-file: The retention rule 'staff-file' is declared twice, first by the activity 'orders'. Give each rule a key of its own, with Keep(key, …) or as a property of 'retention' in the register file.");

    [Fact]
    public void Two_rules_of_one_activity_need_names() =>
        Judgement.Besides(register => register.Change(Orders, orders => orders with { Retention = [orders.Retention[0], orders.Retention[0]] })).Should().Equal(
            "GDPR4115 /activities/orders/retention/orders: The retention rule 'orders' is declared twice, first by the activity 'orders'. Give each rule a key of its own, with Keep(key, …) or as a property of 'retention' in the register file.");

    private static ValueList<T> Doubled<T>(ValueList<T> declarations) => [.. declarations, declarations[0]];
}
