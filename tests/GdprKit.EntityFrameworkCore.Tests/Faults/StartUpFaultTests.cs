using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GdprKit.EntityFrameworkCore.Faults;

public sealed class StartUpFaultTests
{
    [Fact]
    public async Task Every_fault_of_every_map_is_told_at_the_start_together_with_its_remedy()
    {
        using var host = Workshop.Host(options => options.UseSqlite("Data Source=/nowhere/at-all.sqlite"), gdpr => gdpr.AddMap<WrongClient>().AddMap<WrongJob>().AddMap<WrongTag>());

        var starting = () => host.StartAsync(TestContext.Current.CancellationToken);

        (await starting.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().BeEquivalentTo(
            "GDPR4011: Client.Name: the register declares no category 'nmae'. Declare it in the register, or use the key of one that is declared.",
            "GDPR4022: Client.SeenAt is a DateTime, which does not say whether it is UTC. Pass TimeMeaning.Utc, TimeMeaning.ControllerLocal or, when the time of day means nothing, TimeMeaning.Date.",
            "GDPR4027: Client.Nickname is not stored by WorkshopContext. Name a property that is stored; what the class computes from others is not.",
            "GDPR4016: Job.Remark does not say about which of the people in the row it is. Call FieldOf(x => x.Sender, category, …) for what is about one of them, SharedField(category, …) for what is about all.",
            "GDPR4024: Job.Number is a Int32, which is no date. Let the store convert it: give the class a DateOnly, DateTime, DateTimeOffset or a type of NodaTime.",
            "GDPR4029: Tag.Shelf leads to Shelf, which leads to no person. Add a map of Shelf that calls IsSubject or BelongsTo.");
    }

    private sealed class WrongClient : IPersonalDataMap<Client>
    {
        public void Configure(PersonalDataMapBuilder<Client> data) => data
            .IsSubject(ShopKeys.Customers, c => c.Id)
            .Field(Key<DataCategory>.Parse("nmae"), c => c.Name)
            .Field(ShopKeys.EmailAddress, "Nickname")
            .Event(ShopKeys.LastPurchase, c => c.SeenAt);
    }

    private sealed class WrongJob : IPersonalDataMap<Job>
    {
        public void Configure(PersonalDataMapBuilder<Job> data) => data
            .BelongsTo(j => j.Bringer).BelongsTo(j => j.Fetcher)
            .Field(ShopKeys.Purchases, j => j.Remark)
            .Event(ShopKeys.InvoiceDate, j => j.Number);
    }

    private sealed class WrongTag : IPersonalDataMap<Tag>
    {
        public void Configure(PersonalDataMapBuilder<Tag> data) => data.BelongsTo(t => t.Shelf).Field(ShopKeys.Purchases, t => t.Text);
    }
}
