#!/usr/bin/env python3
"""Writes a Vietnamese guide of a chosen size: make_guide.py SECTIONS > guide.md

Each section has what guides have: a lead, paragraphs, lists, steps, a callout, and now and then a table. The words
are drawn from short sentences by a fixed rule, so the same size gives the same bytes.
"""
import sys

SENTENCES = """\
Mật khẩu mạnh là mật khẩu dài, khó đoán và không dùng chung cho hai nơi.
Em có quyền nói không với bất cứ yêu cầu nào làm em thấy không thoải mái.
Cha mẹ hãy hỏi con hôm nay trên mạng có gì vui, có gì lạ, trước khi hỏi con đã học bài chưa.
Người quen trên mạng vẫn có thể là người lạ ngoài đời.
Thầy cô ghi lại sự việc, giữ kín danh tính của học sinh và báo cho người phụ trách.
Ảnh đã gửi đi thì không còn ở trong tay mình nữa.
Một lời xin lỗi không xoá được tin nhắn đã lan truyền, nhưng là bước đầu tiên để dừng lại.
Khi thấy bạn bị trêu chọc, em có thể nhắn riêng để hỏi thăm và rủ bạn cùng kể với người lớn.
Đường dẫn rút gọn che giấu nơi nó dẫn tới, nên đừng vội bấm.
Tổng đài 111 nghe máy suốt ngày đêm, không mất tiền gọi.
Mỗi gia đình nên có giờ tắt màn hình chung, kể cả người lớn.
Quà tặng bất ngờ thường đi kèm một đòi hỏi bất ngờ.
Trò chơi hay không cần biết tên thật, trường lớp hay địa chỉ của em.
Hãy chụp màn hình trước khi chặn, vì chặn rồi có thể không xem lại được.""".splitlines()

TOPICS = ["Nhận ra dấu hiệu", "Giữ tài khoản an toàn", "Nói chuyện trong gia đình", "Khi bạn bè gặp chuyện",
          "Việc của nhà trường", "Chơi mà không lo", "Hình ảnh và sự riêng tư", "Gọi ai, báo ở đâu"]


class Words:
    """Sentences one after another; the step is prime to their number, so neighbours differ each round."""

    def __init__(self):
        self.taken = 0

    def take(self, count=1):
        start = self.taken
        self.taken += count
        size = len(SENTENCES)
        return " ".join(SENTENCES[(i * 5 + i // size) % size] for i in range(start, start + count))


def section(number, words):
    yield f"## {TOPICS[number % len(TOPICS)]} {number + 1}\n"
    yield f"**{words.take()}** {words.take(3)}\n"
    yield words.take(5) + "\n"
    yield "### Cần để ý\n"
    yield "".join(f"- {words.take()}\n" for _ in range(5))
    yield "### Các bước\n"
    yield "::: steps\n" + "".join(f"{i}. {words.take()}\n" for i in range(1, 5)) + ":::\n"
    yield f"> [!WARNING]\n> {words.take(2)}\n"
    if number % 3 == 0:
        yield "| Ai | Làm gì |\n|---|---|\n" + "".join(f"| Người {i} | {words.take()} |\n" for i in range(1, 5))
    yield words.take(4) + "\n"


def main():
    words = Words()
    print("# Cùng con lên mạng an toàn\n")
    for number in range(int(sys.argv[1])):
        for block in section(number, words):
            print(block)


main()
