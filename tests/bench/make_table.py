#!/usr/bin/env python3
"""Writes a guide that is one long table, a register of pupils: make_table.py ROWS > guide.md"""
import sys

NAMES = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Cường", "Phạm Thu Dung", "Hồ Đức Em"]
REMARKS = ["Đã học cách đặt mật khẩu.", "Biết gọi 111 khi cần.", "Cần thầy cô nhắc thêm về quyền riêng tư.",
           "Giúp bạn báo một tài khoản giả mạo."]


def main():
    print("# Sổ theo dõi\n\n| STT | Họ và tên | Lớp | Nhận xét |\n|---:|---|:-:|---|")
    for i in range(int(sys.argv[1])):
        print(f"| {i + 1} | {NAMES[i % 5]} | {i % 12 + 1}A{i % 7 + 1} | {REMARKS[i * 7 % 4]} |")


main()
