using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class ConsentTopicTests
{
    [Fact]
    public void An_activity_that_is_asked_for_each_channel_apart_has_a_topic_for_each_and_no_other()
    {
        ConsentTopic.AllOf(ConsentTest.Register.Activities[Offers]).Should().Equal(new ConsentTopic(Offers, MarketingChannel.Email), new ConsentTopic(Offers, MarketingChannel.Phone));
    }

    [Fact]
    public void An_activity_that_is_asked_once_has_one_topic_whatever_its_channels()
    {
        ConsentTopic.AllOf(ConsentTest.Register.Activities[Club]).Should().Equal(ConsentTopic.Of(Club));
    }

    [Fact]
    public void An_activity_that_rests_on_something_else_has_one_topic_too()
    {
        ConsentTopic.AllOf(ConsentTest.Register.Activities[Orders]).Should().Equal(ConsentTopic.Of(Orders));
    }
}
