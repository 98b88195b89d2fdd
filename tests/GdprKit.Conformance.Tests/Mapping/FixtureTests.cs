using GdprKit.Mapping;

namespace GdprKit.Conformance.Mapping;

public sealed class FixtureTests
{
    [Fact]
    public void A_class_that_every_store_can_keep_is_not_left_out()
    {
        var leaving = () => new Picky();

        leaving.Should().Throw<ArgumentException>().WithMessage("GDPR1090: every store can keep Order. Leave out Member, AddressBook or CalendarEntry only.*");
    }

    private sealed class Picky : PersonalDataStoreFixture
    {
        public Picky() => LeaveOut<Order>("no orders, please");

        protected override ValueTask<IPersonalDataStore> CreateAsync(StoreDescription domain, CancellationToken cancellationToken) => throw new InvalidOperationException();

        protected override ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken) => throw new InvalidOperationException();

        protected override ValueTask TakeAwayAsync() => throw new InvalidOperationException();
    }
}
