package terrace.marketplace.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(transactional = false)
class PastedAddressTest {
    @Inject
    Addresses addresses;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "张三 13800000000 云南省红河县迤萨镇人民路1号|张三|13800000000|532529|迤萨镇人民路1号",
                "张三13800000000云南省红河县迤萨镇人民路1号|张三|13800000000|532529|迤萨镇人民路1号",
                "云南省红河哈尼族彝族自治州红河县迤萨镇人民路1号，张三，138-0000-0000|张三|13800000000|532529|迤萨镇人民路1号",
                "云南红河州红河县迤萨镇 李四 +86 13900001111|李四|13900001111|532529|迤萨镇",
                "收货人：王五 手机号码：13900001111 所在地区：北京市东城区 详细地址：东华门大街1号|王五|13900001111|110101|东华门大街1号",
                "北京市北京市东城区东华门大街1号 0108-1234567 王五|王五|01081234567|110101|东华门大街1号",
                "江西省赣州市安远县欣山镇 古丽·买买提 18912345678|古丽·买买提|18912345678|360726|欣山镇",
            })
    void an_address_copied_from_elsewhere_falls_into_its_fields(
            String pasted, String recipient, String phone, String county, String street) {
        PastedAddress read = addresses.read(pasted);
        assertThat(read).isEqualTo(new PastedAddress(recipient, phone, county.substring(0, 2), county, street));
    }

    @Test
    void what_is_not_certain_stays_empty_and_nothing_breaks() {
        assertThat(addresses.read("")).isEqualTo(new PastedAddress("", "", "", "", ""));
        assertThat(addresses.read("鼓楼区中山路1号").countyCode()).isEmpty();
        assertThat(addresses.read("江苏省南京市鼓楼区中山路1号").countyCode()).isEqualTo("320106");
        assertThat(addresses.read("云南省很远的地方").provinceCode()).isEqualTo("53");
        assertThat(addresses.read("x".repeat(5_000)).street()).hasSizeLessThanOrEqualTo(PastedAddress.CHARACTERS_MAX);
    }
}
